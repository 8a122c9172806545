/**
 * Tests published meta-analyses beside ours: what their questions rest on, how close they come, which trial
 * explains a gap.
 */
import { describe, expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { listComparisonsWithPublished } from "#core/answer/compare-with-published.ts";
import { completeAnswer, makePublishedRatesAdder } from "#core/answer/complete.ts";
import { listTrialsExplainingGapToPublished } from "#core/answer/influential-trials.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { selectComparablePublishedPools } from "#core/others/published-gate.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Interval } from "#core/statistics/interval.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { PublishedResult } from "#data/schema.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";
import { printedResult, publication } from "../others/made-published.ts";

/** Two cohorts of each class. `c` is one that reports no response. */
const cohorts = [
  cohort("a", { figures: [figure("orr", 40, 50)] }),
  cohort("b", { figures: [figure("orr", 30, 50)] }),
  cohort("c"),
  bispecific("d", { figures: [figure("orr", 30, 50)] }),
  bispecific("e", { figures: [figure("orr", 30, 50)] }),
];

/** @param listed The cohorts of the made-up paper; `null`: not public. */
function compared(
  results: readonly Partial<PublishedResult>[],
  listed: readonly string[] | null = ["a", "b", "c", "d", "e"],
  known = cohorts,
) {
  const pins = { setting: "any", model: "dl", interval: "wald", overlap: "keep" };
  const set = { id: "made-2020", name: "Made 2020", pins };
  const ofSet = { cohorts: listed && [...listed], cohortsPooled: listed && listed.length };
  const dataset = datasetOf(known, { outcomes: [orr], sets: [{ ...set, ...ofSet }] });
  const made = publication({ id: "made-2020", results: results.map((of) => printedResult(of)) });
  return listComparisonsWithPublished(dataset, selectComparablePublishedPools([made]));
}

const ratio = (
  measure: string,
  value: number,
  interval: [number, number],
): Partial<PublishedResult> => ({
  comparison: { measure, value, interval, p: "0.01", versus: "BsAb" },
});

describe("a published rate", () => {
  // By hand: logits ln 4 and ln 1.5 with weights 8 and 12; Q 4.618, so τ² 0.3769 and 0.8747 ± 1.96 · 0.4900.
  const ours = {
    value: expect.closeTo(0.7057, 3),
    interval: [expect.closeTo(0.479, 3), expect.closeTo(0.862, 3)],
  };

  it.each<[number, Interval | null, string]>([
    [60, [50, 71], "agrees"],
    [60, [50, 70], "outside"],
    [86, null, "agrees"],
    [87, null, "outside"],
    [47, null, "outside"],
  ])("of %d %j is set beside ours, which %s", (estimatePercent, interval, verdict) => {
    const intervalPercent: [number, number] | null = interval && [...interval];
    expect(compared([{ estimatePercent, intervalPercent }])).toMatchObject([
      {
        ...{ name: "Made 2020", outcome: "orr", therapyClass: "car-t", measure: "rate" },
        theirs: { value: estimatePercent / 100 },
        ...{ ours, verdict, cohorts: { ours: 2, theirs: 3 } },
      },
    ]);
  });

  it("names as many cohorts as the paper, else as its list has, else none", () => {
    expect(compared([{ k: 12 }])).toMatchObject([{ cohorts: { ours: 2, theirs: 12 } }]);
    expect(compared([{}], null)).toMatchObject([{ cohorts: { ours: 2, theirs: null } }]);
  });

  it("is not judged by one trial or by none", () => {
    expect(compared([{}], ["a", "c"])).toMatchObject([
      { ours: { value: 0.8 }, cohorts: { ours: 1, theirs: 2 }, verdict: null },
    ]);
    expect(compared([{}], ["c"])).toMatchObject([{ ours: null, verdict: null }]);
  });

  it.each<[string, Partial<PublishedResult>]>([
    ["without a rate", { estimatePercent: null, intervalPercent: null, events: 4 }],
    ["that contradicts another number of the paper", { oddity: "as it stands" }],
    ["of another outcome", { outcome: "relapse" }],
  ])("%s is left out", (_, result) => {
    expect(compared([result])).toEqual([]);
  });
});

it.each<[string, string, number, [number, number], number, number]>([
  ["is clear of 1 here, too", "agrees", 8, [2, 20], 50, 10],
  ["is clear of 1 only there", "lost", 8, [2, 20], 30, 30],
  ["lies on the other side here", "lost", 0.2, [0.1, 0.8], 50, 10],
  ["is clear of 1 only here", "gained", 1.1, [0.5, 2], 50, 10],
  ["is clear of 1 nowhere", "agrees", 0.9, [0.5, 2], 30, 30],
])("a published ratio that %s: %s", (_, verdict, value, interval, carT, bsab) => {
  const ofClass = (make: typeof cohort, ids: string[], events: number) =>
    ids.map((id) => make(id, { figures: [figure("orr", events, 60)] }));
  const known = [...ofClass(cohort, ["a", "b"], carT), ...ofClass(bispecific, ["c", "d"], bsab)];
  expect(compared([ratio("OR", value, interval)], null, known)[1]).toMatchObject({
    ...{ therapyClass: null, measure: "odds-ratio", theirs: { value, interval } },
    ...{ p: "0.01", cohorts: { ours: 4, theirs: null }, verdict },
  });
});

it("a ratio of survival is of hazards", () => {
  expect(compared([ratio("HR", 0.8, [0.4, 1.6])])[1]).toMatchObject({
    ...{ measure: "hazard-ratio", ours: null, verdict: null },
  });
});

// Tests the questions of published meta-analyses: what they rest on, and how close they come to the papers.

const answer = (text: string): Answer => compareClasses(queryOf(text, dataset), dataset, models);

function rowOf(text: string) {
  const [row] = answer(text).outcomes;
  if (!row) throw new Error("no row");
  return { ...row, contrast: row.contrasts[0] };
}

it("counts of a set every cohort with a figure, those not known here, too", () => {
  const part = { overlaps: [{ with: "b", kind: "partial" as const, reason: "made up" }] };
  const cohorts = [
    cohort("a", { n: 30, figures: [figure("orr", 20, 30)], ...part }),
    cohort("b", { n: 30, doses: "other" }),
    cohort("c", { n: 40 }),
  ];
  const set = { id: "made", name: "Made", cohorts: ["a", "b", "c"], cohortsPooled: 4 };
  const pins = { setting: "any", availability: "any", overlap: "keep", doses: "any" };
  const made = datasetOf(cohorts, { outcomes: [orr], sets: [{ ...set, pins }] });
  const [row] = compareClasses(queryOf("set=made&outcome=orr", made), made, models).outcomes;
  expect(row?.pools["car-t"]).toMatchObject({ k: 1, selectedTrials: 3, estimate: 0.666667 });
  // One of the four cohorts is not known here.
  expect(row?.set).toEqual({ cohortsWithFigure: 1, cohortsOfSet: 4 });
  // Where the cohorts of a set are not public, their number is not known.
  expect(rowOf("set=annals-2025&outcome=orr").set).toMatchObject({ cohortsOfSet: null });
});

it.each(["", "&model=bayes", "&model=glmm", "&model=reml"])(
  "has one I² a pool, that of τ², with%s: it lies within its limits",
  (text) => {
    const { pools } = rowOf(`set=vandenboom-2025&outcome=orr${text}`);
    for (const { tau, i2, heterogeneity } of Object.values(pools)) {
      const [low, high] = heterogeneity?.i2Interval ?? [0, 100];
      expect(i2).toBeGreaterThanOrEqual(low);
      expect(i2).toBeLessThanOrEqual(high);
      // H² is 1 + τ²/v, and I² the share of τ² in both together.
      const h2 = heterogeneity?.h2;
      if (h2) expect(i2).toBeCloseTo(100 * (1 - 1 / h2), 2);
      expect((i2 ?? 0) > 0).toBe((tau ?? 0) > 0);
    }
  },
);

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
  const publications = rates.map((estimatePercent, index) => {
    const results = [printedResult({ estimatePercent, intervalPercent: null })];
    // Newer publications stand first, so the first rate is the newest.
    return publication({ id: `p${index}`, year: 2024 - index, results });
  });
  const answer = completeAnswer(compareClasses(query, dataset, models), [
    makePublishedRatesAdder(selectComparablePublishedPools(publications), dataset),
  ]);
  const [row] = answer.outcomes;
  if (!row) throw new Error("no row");
  const influential = listTrialsExplainingGapToPublished(row, query, orr, dataset, models);
  return { influential, dataset };
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
