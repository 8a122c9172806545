/** Every pooled figure cites the source that its file has, even if it was printed under another outcome. */
import { describe, expect, it } from "vitest";
import { makeFigureKey } from "#core/answer/sources.ts";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import { questions } from "#data/generated/precomputed.ts";
import { answerInFull } from "#server/answers/compute/full-answer.ts";
import { inFullRun, isWhole, sampled } from "../../../support/sample.ts";
import { evidence, textOf } from "../../data/files.ts";

/** Maps each cohort to its printed figures; a landmark is a figure without a count. */
const printedBy = new Map(
  evidence().cohorts.map(({ id, figures, landmarks, sources }) => {
    const survival = landmarks.map(({ family, month, ...landmark }) => {
      return { ...landmark, outcome: `${family}-${month}`, events: null };
    });
    const printed = [...figures, ...survival];
    return [id, printed.map(({ source, ...figure }) => ({ ...figure, source: sources[source] }))];
  }),
);

const standIns: Readonly<Record<string, string>> = {
  icans: "neurotoxicity",
  "icans-3": "neurotoxicity-3",
};

/** Holds the lowest rank of sources that each rule allows; a source that nobody reviewed has rank 4. */
const highestTier = { papers: 1, reviewed: 3, any: 4 } as const;

/** Returns the question with a broad definition, about the outcomes for which others stand in. */
const broadly = (question: Query): Query => ({
  ...question,
  definition: "broad",
  outcome: Object.keys(standIns),
});

/** Counts the pooled figures and those that stand in for another outcome, and collects what is cited wrongly. */
function citedIn(queries: readonly Query[]) {
  const tally = { figures: 0, standIns: 0, wrong: new Set<string>() };
  for (const query of queries) {
    for (const { outcome, pools } of answerInFull(query).comparison.outcomes) {
      const studies = Object.values(pools).flatMap((pool) => pool.studies);
      for (const { cohort, cut, events, n, citation, countFrom } of studies) {
        const file = printedBy.get(cohort) ?? [];
        // The events of a derived count are cited, which are printed over those who were infused.
        const infused = file.find((figure) => figure.outcome === "infused" && figure.n === n);
        const over = countFrom === "infused" ? infused?.events : n;
        const named = (name: string | undefined) =>
          file.find(
            (figure) =>
              figure.outcome === name &&
              figure.cut === cut &&
              figure.events === events &&
              figure.n === over,
          );
        const ownFigure = named(outcome);
        const printed =
          ownFigure ?? (query.definition === "broad" ? named(standIns[outcome]) : undefined);
        tally.figures += 1;
        if (!ownFigure) tally.standIns += 1;
        const isRight =
          printed?.source &&
          citation?.locator === printed.locator &&
          citation.text === textOf(printed.source) &&
          citation.tier <= highestTier[query.sources];
        if (!isRight) tally.wrong.add(`${cohort} ${outcome} ${cut}: ${citation?.locator}`);
      }
    }
  }
  return { ...tally, wrong: [...tally.wrong] };
}

const everything =
  "availability=any&lines=any&evidence=all&target=any&prior-bcma=any&regimen=any&outcome=efficacy,survival,toxicity";

/** Every group of outcomes, also of questions about every trial there is, only when everything is tried. */
const outcome = [...new Set(dataset.outcomes.map(({ group }) => group))];
const queries = sampled([everything, ...questions], 2)
  .map((question) => parseQueryTextOrThrow(question, dataset))
  .flatMap((query) => [
    query,
    ...inFullRun(["3+", "any"] as const).map((lines) => {
      const evidence = lines === "any" ? "all" : query.evidence;
      return { ...query, outcome, lines, evidence };
    }),
  ]);

describe("a pooled figure has the source and the locator its file has", () => {
  it("in answers that are made beforehand, also with a broad definition, where others stand in", () => {
    const { figures, wrong } = citedIn(queries);
    expect(wrong).toEqual([]);
    if (isWhole) expect(figures).toBeGreaterThan(100);
    const broad = citedIn(queries.map(broadly));
    expect(broad.wrong).toEqual([]);
    if (isWhole) expect(broad.standIns).toBeGreaterThan(5);
  });

  it.each(dataset.sets)("in the published question $id", ({ id }) => {
    const { figures, wrong } = citedIn([parseQueryTextOrThrow(`set=${id}`, dataset)]);
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThan(0);
  });
});

it("cohort, outcome and cut tell every printed figure from every other", () => {
  const keys = [...printedBy].flatMap(([cohort, figures]) =>
    figures.map(({ outcome, cut }) => makeFigureKey({ cohort, outcome, cut })),
  );
  expect(keys.length).toBeGreaterThan(500);
  expect(new Set(keys).size).toBe(keys.length);
});
