import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitMetaRegression } from "#core/answer/meta-regression.ts";
import { testGroupsWithEnoughTrials, testSubgroupsOfQuestion } from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { makeGrouping } from "#core/evidence/dimensions.ts";
import type { Query } from "#core/question/query.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { queryOf } from "../../../support/queries.ts";
import { countsOf } from "./entries.ts";

/** Response decreases with the number of prior lines, in both classes. */
const carT = [3, 4, 5, 6, 7].map((lines, i) =>
  cohort(`c${i}`, { medianPriorLines: lines, figures: [figure("orr", 95 - 5 * i, 100)] }),
);
const bsab = [4, 5, 6, 6].map((lines, i) =>
  bispecific(`b${i}`, { medianPriorLines: lines, figures: [figure("orr", 70 - 6 * i, 100)] }),
);
const query = widestBut({});
const of = (...cohorts: Parameters<typeof datasetOf>[0]) =>
  fitMetaRegression(query, orr, "prior-lines", datasetOf(cohorts));

const all = ["t", "wald", "hartung-knapp"];
const intervals = { bayes: ["t"], glmm: ["t", "wald"], reml: all, dl: all };

it.each(
  Object.entries(intervals).flatMap(([model, of]) =>
    of.map((interval) => ({ model, interval }) as Pick<Query, "model" | "interval">),
  ),
)(
  "limits, P and lines are those of the interval that was asked for: $model, $interval",
  (settings) => {
    const data = datasetOf([...carT, ...bsab]);
    const by = (asked: Partial<Query>) =>
      fitMetaRegression({ ...query, ...asked }, orr, "prior-lines", data);
    const { k, terms, between, interval, lines } = by(settings);
    expect([interval, k, terms.length]).toEqual([settings.interval, 9, 3]);
    // The quantiles of the normal distribution, and of t with 6 degrees of freedom.
    const quantile = interval === "wald" ? 1.959963985 : 2.446911851;
    for (const { se, interval: limits } of terms)
      expect((limits[1] - limits[0]) / 2 / se).toBeCloseTo(quantile, 7);
    const [, effect] = terms;
    expect(between?.interval?.map(Math.log)).toEqual(
      effect?.interval.map((end) => expect.closeTo(end, 9)),
    );
    expect(between?.pValue).toBe(effect?.pValue);
    const narrower = by({ ...settings, interval: "wald" });
    const width = ([first]: typeof lines.bsab) =>
      first ? first.interval[1] - first.interval[0] : 0;
    const isWald = interval === "wald";
    expect(width(lines.bsab) > width(narrower.lines.bsab)).toBe(!isWald);
    expect(narrower.model).toBe(settings.model === "bayes" ? "glmm" : settings.model);
    const [low = 0, high = 0] = between?.difference?.interval ?? [];
    const [wald = 0, upper = 0] = narrower.between?.difference?.interval ?? [];
    if (narrower.model === "glmm") expect(high - low > upper - wald).toBe(!isWald);
  },
);

const noSpread = { code: "no-spread", moderator: "prior-lines" };
const tooFew = (k: number) => ({ code: "too-few-cohorts", k, least: 4 });
const constant = carT.map((trial) => ({ ...trial, medianPriorLines: 5 }));

it.each([
  ["nobody", [], tooFew(0)],
  ["three cohorts", carT.slice(0, 3), tooFew(3)],
  ["three of one class, whatever the other has", [...carT, ...bsab.slice(0, 3)], tooFew(3)],
  ["one value for all", constant, { ...noSpread, group: "car-t", values: [5] }],
])("%s cannot be regressed: a status and a reason, no number", (_, cohorts, reason) => {
  expect(of(...cohorts)).toMatchObject({
    ...{ status: "not-estimable", remarks: [reason], terms: [], between: null },
    lines: { "car-t": [], bsab: [] },
  });
});

/**
 * Returns a trial for each of these medians of prior lines; the response rate falls by about 7 of 100 with each line.
 */
const withLines = (make: typeof cohort, ...lines: readonly number[]) =>
  lines.map((medianPriorLines, i) => {
    const figures = [figure("orr", 90 - 7 * medianPriorLines + (i % 2), 100)];
    return make(`${make.name}-${i}`, { medianPriorLines, figures });
  });
const noComparison = { oddsRatio: null, interval: null, pValue: null, difference: null };

describe("nothing is compared at equal values", () => {
  it("where all trials of a class have one value: the slope is that of the other, without them", () => {
    const carT = withLines(cohort, 4, 6, 6, 7);
    const together = of(...carT, ...withLines(bispecific, 5, 5, 5, 5, 5));
    const alone = of(...carT);
    expect(together).toMatchObject({ k: 4, between: { status: "no-spread", ...noComparison } });
    expect(together.remarks[0]).toEqual({ ...noSpread, group: "bsab", values: [5] });
    expect(together.terms).toEqual(alone.terms);
    expect(together.lines).toEqual({ "car-t": alone.lines["car-t"], bsab: [] });
    expect(together.points).toHaveLength(9);
  });

  it.each<[string, readonly number[], readonly number[], string]>([
    ["the ranges lie apart", [2, 3, 4, 4], [5, 6, 7, 7], "no-overlap"],
    ["one spans less than a quarter of the other", [5, 6, 7, 6], [1, 4, 6, 10], "little-spread"],
    ["a class has trials only around the overlap", [2, 3, 9, 10], [5, 6, 7, 6], "none-within"],
  ])("where %s: the slope stands, the class does not", (_, carT, bsab, status) => {
    const trials = [...withLines(cohort, ...carT), ...withLines(bispecific, ...bsab)];
    const { between, terms, k } = of(...trials);
    expect(k).toBe(8);
    expect(between).toMatchObject({ status, ...noComparison });
    expect(terms.map(({ name }) => name)).toEqual(["intercept", "prior-lines"]);
  });

  it("which a remark says of a class whose values lie close together", () => {
    const trials = [...withLines(cohort, 1, 4, 6, 10), ...withLines(bispecific, 5, 6, 7, 6)];
    expect(of(...trials).remarks[0]).toEqual({
      ...{ code: "little-spread", group: "bsab", moderator: "prior-lines" },
      ...{ range: [5, 7], otherRange: [1, 10] },
    });
  });

  it("unless both classes have three values, neither range is less than a quarter of the other, and each has a trial in the overlap", () => {
    const values = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 6 });
    const exactlyAQuarter: [number[], number[]] = [
      [5, 6, 7, 6],
      [1, 4, 6, 9],
    ];
    forAny([values, values], { numRuns: 60, examples: [exactlyAQuarter] }, (a, b) => {
      const { between } = of(...withLines(cohort, ...a), ...withLines(bispecific, ...b));
      const low = Math.max(Math.min(...a), Math.min(...b));
      const high = Math.min(Math.max(...a), Math.max(...b));
      const [spanA = 0, spanB = 0] = [a, b].map((of) => Math.max(...of) - Math.min(...of));
      const isGiven =
        4 * Math.min(spanA, spanB) >= Math.max(spanA, spanB) &&
        [a, b].every((of) => new Set(of).size >= 3 && of.some((x) => low <= x && x <= high));
      if (between) expect(between.status === "ok").toBe(isGiven);
      if (between?.status !== "ok") expect(between ?? noComparison).toMatchObject(noComparison);
    });
  });
});

it("the cohorts of one trial are one point, at the mean of what they print, weighted by their patients", () => {
  const part = (id: string, medianPriorLines: number | null, events: number, n: number) =>
    bispecific(id, { trial: "NCT1", medianPriorLines, figures: [figure("orr", events, n)] });
  const parts = [part("weekly", 5, 30, 60), part("later", 6, 20, 40), part("silent", null, 1, 9)];
  const { k, points, notReporting } = of(...carT, ...bsab, ...parts);
  expect(points.find(({ trial }) => trial === "NCT1")).toEqual({
    ...{ group: "bsab", trial: "NCT1", x: 5.4, events: 50, n: 100, estimate: 0.5 },
    cohorts: [
      { cohort: "weekly", label: "WEEKLY", x: 5, events: 30, n: 60, population: "treated" },
      { cohort: "later", label: "LATER", x: 6, events: 20, n: 40, population: "treated" },
    ],
  });
  expect([k, points.length]).toEqual([10, 10]);
  expect(notReporting.map(({ cohort }) => cohort)).toEqual(["silent"]);
});

it("says where the spreads of the classes differ, for which it takes one", () => {
  const alike = withLines(bispecific, 3, 4, 5, 6, 7, 8);
  const rates = [99, 20, 95, 30, 90, 10];
  const spread = rates.map((events, i) =>
    cohort(`a${i}`, { medianPriorLines: 3 + i, figures: [figure("orr", events, 100)] }),
  );
  expect(of(...spread, ...alike).remarks).toContainEqual({
    ...{ code: "spreads-differ", carT: expect.any(Number), bsab: expect.any(Number) },
    pValue: expect.toSatisfy((p: number) => p < 0.05),
  });
  const codes = of(...withLines(cohort, 3, 4, 5, 6), ...alike).remarks.map(({ code }) => code);
  expect(codes).not.toContain("spreads-differ");
});

it("has no odds ratio where the intercept lies too far outside the data for a number", () => {
  // In the year 0 nearly everybody would have responded: the logit is above 4,000.
  const falling = [90, 70, 30, 10].map((events, i) =>
    cohort(`y${i}`, { year: 2020 + i, figures: [figure("orr", events, 100)] }),
  );
  const { terms } = fitMetaRegression(query, orr, "year", datasetOf(falling));
  expect(terms[0]?.estimate).toBeGreaterThan(1000);
  expect(terms[0]?.oddsRatio).toBeNull();
});

/** Returns groups in which each count is of another trial. */
const measured = (groups: Readonly<Record<string, string>>) =>
  Object.entries(groups).map(([id, counts]) => {
    const figures = countsOf(counts);
    return { id, figures, trials: figures.figures.length };
  });

const responses = {
  trial: "43/48 94/97 28/33 21/24 18/18 97/101 94/128 14/14",
  "real-world": "72/77 218/266 210/236 599/821",
};
const neurotoxicity = {
  "4-1bb":
    "0/33 1/9 0/22 0/5 0/16 3/29 2/21 14/43 9/38 2/24 0/18 6/10 1/11 4/15 0/49 11/44 0/17 " +
    "1/57 1/10 1/23 8/25",
  cd28: "1/16 0/10 0/28 1/29 0/32",
};

describe("the test for subgroup differences", () => {
  it("leaves out groups of fewer than three trials, and is not made of a single group", () => {
    const few = { ...responses, other: "2/23", none: "" };
    expect(testGroupsWithEnoughTrials(measured(few), "reml")).toMatchObject({
      groups: ["trial", "real-world"],
      smallGroups: ["other"],
      result: { df: [1, 10] },
    });
    const { "real-world": _, ...inTrials } = few;
    expect(testGroupsWithEnoughTrials(measured(inTrials), "reml").result).toBeNull();
  });

  it("is of groups that count as one, by the model that was asked for or by REML", () => {
    const text = "set=roex-2020&compare=costimulation&outcome=neurotoxicity";
    const query = queryOf(text, dataset);
    const outcome = dataset.outcomes.find(({ id }) => id === "neurotoxicity");
    if (!outcome) throw new Error("no such outcome");
    const grouping = makeGrouping(query, dataset);
    const all = testSubgroupsOfQuestion(query, outcome, dataset, grouping);
    expect(all).toMatchObject({ model: query.model, groups: ["4-1bb"], result: null });
    const ids = ["cd28", "cd28-4-1bb", "cd28-ox40"];
    const asked = { ...query, model: "bayes" } as const;
    const merged = testSubgroupsOfQuestion(asked, outcome, dataset, (cohorts) => {
      const { groups } = grouping(cohorts);
      const [first, ...further] = groups.filter(({ id }) => ids.includes(id));
      if (!first) throw new Error("no such group");
      const joined = [first, ...further].flatMap((group) => [...group.cohorts]);
      const kept = groups.filter(({ id }) => !ids.includes(id));
      return { groups: [...kept, { ...first, cohorts: joined }], reference: null, ungrouped: [] };
    });
    expect(merged).toMatchObject({ model: "reml", groups: ["4-1bb", "cd28"], smallGroups: [] });
    // Two trials with 4-1BB say nothing of neurotoxicity: they are not among its zeros any more.
    const counts = neurotoxicity["4-1bb"].replace(/\b0\/(33|49) /g, "");
    const groups = measured({ ...neurotoxicity, "4-1bb": counts });
    const counted = testGroupsWithEnoughTrials(groups, "reml");
    expect(merged.result?.pValue).toBeCloseTo(counted.result?.pValue ?? 1, 9);
  });
});
