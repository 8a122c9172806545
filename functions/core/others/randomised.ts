/**
 * Selects randomised trials of a product against standard therapy: which of them concern a question, and where
 * they stand. What they reported of both arms is in `randomised-arms.ts`. No trial is set against another.
 */
import { earlyDeaths } from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { ComparisonStudy } from "#data/schema.ts";
import type { RandomisedPlace, RandomisedTrial } from "../answer/answer.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { findEnrolledElseAdmittedLineRange } from "../evidence/earlier-therapy.ts";
import { listFailedFilters } from "../evidence/filters.ts";
import {
  listChosenElseAllRegions,
  makeRegimen,
  readRegionLabels,
} from "../evidence/regimen-labels.ts";
import { defaultQuery } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import { isWithinRange } from "../question/range.ts";
import { lookedForInTrial, randomisedPlaces } from "./codes.ts";
import {
  type Controlled,
  filterArmBySources,
  findPfsOfBothArmsElseOne,
  findSurvivalAtLatestCommonMonth,
  makeControlledStudy,
  makeFigureSource,
  makeRandomisedArm,
} from "./randomised-arms.ts";

interface TrialQuestion {
  readonly query: Query;
  readonly selection: { readonly included: readonly { readonly cohort: string }[] };
}

/** Returns the trials that concern a question, in the order of their places, CAR-T first. */
export function selectRandomisedTrials(
  { query, selection }: TrialQuestion,
  studies: readonly ComparisonStudy[],
  dataset: Dataset,
): RandomisedTrial[] {
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  return studies
    .filter(({ kind }) => kind === "randomised")
    .flatMap((study) => makeRandomisedTrial(study, query, included, dataset) ?? [])
    .sort((a, b) => rankTrial(a) - rankTrial(b));
}

function rankTrial({ place, arms }: RandomisedTrial): number {
  const isCarT = arms.some(({ therapyClass }) => therapyClass === "car-t");
  return 2 * randomisedPlaces.indexOf(place) + (isCarT ? 0 : 1);
}

function makeRandomisedTrial(
  study: ComparisonStudy,
  query: Query,
  included: ReadonlySet<string>,
  dataset: Dataset,
): RandomisedTrial | null {
  const counted = makeControlledStudy(study, query);
  const sides = study.sides.flatMap((side) => {
    const cohort = dataset.cohorts.find(({ id }) => side.cohorts.includes(id));
    const place = cohort && choosePlace(cohort, query, included, dataset);
    return place ? [{ side, cohort, place }] : [];
  });
  const [first] = sides;
  if (!counted || !first) return null;
  // Arms of one trial stand together where the first of them stands.
  const place =
    randomisedPlaces.find((candidate) => sides.some((arm) => arm.place === candidate)) ??
    "opened-row";
  const placed = sides.filter((arm) => arm.place === place);
  const { control } = counted;
  const crossover = counted.figures.find(({ outcome }) => outcome === "crossover");
  return {
    study: study.id,
    label: study.label,
    place,
    lines: findEnrolledElseAdmittedLineRange(first.cohort)?.range ?? null,
    medianLines: first.cohort.medianPriorLines,
    enrolled: study.enrolled ?? null,
    masking: study.masking?.kind ?? null,
    control: { label: control.label, n: control.n },
    crossover:
      crossover?.percentPrinted == null
        ? null
        : {
            percent: crossover.percentPrinted,
            followUpMonths: crossover.followUpMonths ?? null,
            source: makeFigureSource(crossover, study),
          },
    arms: placed.map(({ side, cohort }) =>
      makeRandomisedArm(side, filterArmBySources(cohort, query), counted),
    ),
    // A finding is missing only if no source reports it, whether or not that source counts here.
    notReported: listNotReportedInTrial(
      { ...study, control },
      placed.map(({ cohort }) => cohort),
    ),
  };
}

/** Lists the filters that may leave out a trial of which the question is told. */
const told: readonly string[] = ["lines", "setting", "regimen", "labelled"];

/**
 * Returns the place of a trial; `null` if the question is not about it. Its lines are looked at by themselves: trials of
 * the early setting stand above the rows of later lines if their median is three or more.
 */
function choosePlace(
  cohort: ComputeCohort,
  query: Query,
  included: ReadonlySet<string>,
  dataset: Dataset,
): RandomisedPlace | null {
  const { lines, target } = query;
  const failed = listFailedFilters(cohort, query, dataset).filter((name) => !told.includes(name));
  const isOfDrug = failed.length === 0;
  // A trial of another antigen than is usual, or of a drug that is not sold there, may stand in an opened row.
  const isUsualTarget = target.join() === defaultQuery.target.join();
  if (failed.some((name) => name !== "availability" && !(isUsualTarget && name === "target")))
    return null;
  const isLabelled = readRegionLabels(
    makeRegimen(cohort),
    listChosenElseAllRegions(query),
    query,
    dataset,
  ).some(({ status }) => status === "labelled");
  switch (lines) {
    case "any":
      return "opened-row";
    case "3+":
      if (cohort.medianPriorLines === null || cohort.medianPriorLines < 3)
        return isOfDrug ? "after-other-lines" : null;
      return isLabelled && !failed.includes("target") ? "line" : "opened-row";
    default: {
      const range = findEnrolledElseAdmittedLineRange(cohort)?.range;
      if (!range || !isWithinRange(Number(lines), range)) return null;
      if (included.has(cohort.id)) return isLabelled ? "leads" : "opened-row";
      return !isLabelled && isOfDrug ? "without-label" : "opened-row";
    }
  }
}

function listNotReportedInTrial(
  study: Controlled,
  arms: readonly ComputeCohort[],
): RandomisedTrial["notReported"] {
  const { figures } = study;
  const hasRatio = (id: string) =>
    figures.some(({ outcome, effect }) => outcome === id && effect?.measure === "hazard-ratio");
  const has = (id: string) => figures.some(({ outcome }) => outcome === id);
  const isReported: Readonly<Record<(typeof lookedForInTrial)[number], boolean>> = {
    pfs: hasRatio("pfs"),
    os: hasRatio("os"),
    "pfs-at-month": arms.some((arm) => findPfsOfBothArmsElseOne(arm, study) !== null),
    "os-at-month": arms.some((arm) => findSurvivalAtLatestCommonMonth("os", arm, study) !== null),
    "early-deaths": earlyDeaths.some(has),
    crossover: has("crossover"),
  };
  return lookedForInTrial.filter((id) => !isReported[id]);
}
