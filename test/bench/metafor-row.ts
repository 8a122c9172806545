/** Measures a row with its sensitivity analyses by this app, and the same fits scripted with metafor, in one run. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { makeAnalysisRunGatherer } from "#core/answer/analysis-runs.ts";
import { type Classes, selectClasses } from "#core/answer/changed-question.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { commonFit } from "../oracle/common-fit.ts";
import { tolerance } from "./metafor-times.ts";

const outcomeId = "orr";
const query = parseQueryTextOrThrow(`outcome=${outcomeId}&model=glmm`, dataset);

/**
 * Returns the milliseconds of CPU of a row by this app, whose cohorts are selected, pooled and compared, with all its
 * analyses, and of its fits alone by metafor, with the largest difference of a log odds ratio and the versions of R and
 * metafor; `null` if either is missing.
 *
 * @throws Error where a log odds ratio differs by more than the tolerance.
 */
export function timesOfRow() {
  const runs = listDistinctRuns();
  const { status, stdout } = spawnSync(
    "Rscript",
    [
      join(import.meta.dirname, "metafor-row.R"),
      ...runs.map(({ studies, classes }) =>
        [studies.map(({ events }) => events), studies.map(({ n }) => n), classes].join("/"),
      ),
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) return null;
  const [versions = "", ...numbers] = stdout.trim().split("\n");
  const [metafor = Number.NaN, ...theirs] = numbers.map(Number);
  const differences = runs.map(({ studies, classes }, index) => {
    const fit = commonFit(studies, classes);
    const own = "regression" in fit ? fit.regression.coefficients[1]?.estimate : undefined;
    return Math.abs((own ?? Number.NaN) - (theirs[index] ?? Number.NaN));
  });
  const difference = Math.max(...differences);
  if (theirs.length !== runs.length || !(difference <= tolerance)) {
    throw new Error(`A log odds ratio differs by ${difference} from that of metafor.`);
  }
  return { versions, fits: runs.length, ours: measureRow(), metafor, difference };
}

/** Returns the figures of the row and of each of its analyses that counts other figures, those that are alike once. */
function listDistinctRuns() {
  const outcome = dataset.outcomes.find(({ id }) => id === outcomeId);
  if (!outcome) throw new Error(`There is no outcome ${outcomeId}.`);
  const gather = makeAnalysisRunGatherer(query, selectClasses(query, dataset), dataset);
  const { original, drugs, trial, apheresed, ...runs } = gather(outcome);
  const others = Object.values(runs).flatMap((make) => make());
  const changed = [...trial, ...others, apheresed?.run ?? []].flat();
  const all = [original, ...changed.map(({ classes }) => classes)].flatMap(readRun);
  return [...new Map(all.map((run) => [JSON.stringify(run), run])).values()];
}

/** Returns the studies of both classes; none where a class has fewer than two. */
function readRun(classes: Classes) {
  const ofClasses = classes.map(({ mainRegimen }) => mainRegimen.gathered.entries);
  if (ofClasses.length < 2 || ofClasses.some(({ length }) => length < 2)) return [];
  const studies = ofClasses.flatMap((entries) =>
    entries.map(({ figure: { events, n } }) => ({ events, n })),
  );
  return [{ studies, classes: ofClasses.flatMap((entries, at) => entries.map(() => String(at))) }];
}

/** Returns the median of the milliseconds of CPU for the row, with models that remember no fit. */
function measureRow(): number {
  const run = () => compareClasses(query, dataset, models);
  for (let i = 0; i < 20; i += 1) run();
  const times = Array.from({ length: 21 }, () => {
    const began = process.cpuUsage();
    for (let i = 0; i < 5; i += 1) run();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 5000;
  });
  return times.sort((a, b) => a - b)[10] ?? Number.NaN;
}
