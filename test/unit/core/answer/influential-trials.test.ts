import { describe, expect, it } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { completeAnswer, makePublishedRatesAdder } from "#core/answer/complete.ts";
import { listTrialsExplainingGapToPublished } from "#core/answer/influential-trials.ts";
import { models } from "#core/answer/models.ts";
import { selectComparablePublishedPools } from "#core/others/published-gate.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Published } from "#data/schema.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";
import { printedResult, publication } from "../others/made-published.ts";

const query = widestBut({
  ...{ outcome: ["orr"], lines: "3+", regimen: "monotherapy", priorBcma: defaultQuery.priorBcma },
  ...{ target: ["bcma"], evidence: "trial", definition: "strict", denominator: "treated" },
});
const trial = (id: string, events: number, over: Partial<ComputeCohort> = {}) => {
  const make = id.startsWith("b") ? bispecific : cohort;
  return make(id, { figures: [figure("orr", events, 100)], ...over });
};
const bispecifics = [trial("b1", 50), trial("b2", 50), trial("b3", 50)];

/**
 * Returns the influential trials of a row with these counts of CAR-T, and published rates of CAR-T of which the first
 * is the most like the question.
 */
function influentialOf(events: readonly number[], rates: readonly number[]) {
  const cohorts = events.map((count, index) => trial(`c${index + 1}`, count));
  const dataset = datasetOf([...cohorts, ...bispecifics]);
  const publications = rates.map(
    (estimatePercent, index): Published =>
      publication({
        // Newer publications stand first, so the first rate is the newest.
        ...{ id: `p${index}`, year: 2024 - index },
        results: [printedResult({ estimatePercent, intervalPercent: null })],
      }),
  );
  const answer = completeAnswer(compareClasses(query, dataset, models), [
    makePublishedRatesAdder(selectComparablePublishedPools(publications), dataset),
  ]);
  const [row] = answer.outcomes;
  if (!row) throw new Error("no row");
  return {
    influential: listTrialsExplainingGapToPublished(row, query, orr, dataset, models),
    dataset,
  };
}

describe("a rate that is clearly another than what was published", () => {
  it("names the one trial that makes it so, with the rate without it", () => {
    const { influential, dataset } = influentialOf([5, 6, 5, 45], [5]);
    const [row] = compareClasses({ ...query, exclude: ["c4"] }, dataset, models).outcomes;
    expect(influential).toMatchObject([{ group: "car-t", label: "C4", published: 0.05 }]);
    expect(influential[0]?.estimate).toBe(row?.pools["car-t"].estimate);
  });

  it("may lie outside of three pools or more, though near the first", () => {
    expect(influentialOf([60, 60, 60, 90], [60, 61, 62]).influential).toMatchObject([
      { label: "C4" },
    ]);
  });

  it.each<[string, number[], number[]]>([
    ["it is near", [5, 6, 5, 6], [5]],
    ["nothing was published", [5, 6, 5, 45], []],
    ["no trial alone makes it so", [30, 32, 31, 33], [5]],
    ["more than half of the distance is left", [38, 38, 38, 60], [31]],
    ["each of two trials would do", [5, 24, 24, 5], [6]],
    ["too few trials would be left", [5, 45], [5]],
  ])("says nothing where %s", (_, events, rates) => {
    expect(influentialOf(events, rates).influential).toEqual([]);
  });
});
