import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitMetaRegression } from "#core/answer/meta-regression.ts";
import type { Query } from "#core/question/query.ts";
import { regressGlmm } from "#core/statistics/meta-regression/regression.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";

/** Response decreases with the number of prior lines, in both classes. */
const carT = [3, 4, 5, 6, 7].map((lines, i) =>
  cohort(`c${i}`, { medianPriorLines: lines, figures: [figure("orr", 95 - 5 * i, 100)] }),
);
const bsab = [4, 5, 6, 6].map((lines, i) =>
  bispecific(`b${i}`, { medianPriorLines: lines, figures: [figure("orr", 70 - 6 * i, 100)] }),
);
const silent = cohort("silent", { medianPriorLines: null, figures: [figure("orr", 5, 10)] });
const query = widestBut({});
const of = (...cohorts: Parameters<typeof datasetOf>[0]) =>
  fitMetaRegression(query, orr, "prior-lines", datasetOf(cohorts));

describe("a regression on median prior lines", () => {
  const result = of(...carT, silent, ...bsab);

  it("is that of the statistics, with the class beside it and bispecifics as the reference", () => {
    const points = [...carT, ...bsab];
    const studies = points.map(({ figures: [response] }) => ({
      events: response?.events ?? 0,
      n: 100,
    }));
    const groups = points.map(({ therapyClass }) => therapyClass);
    const values = points.map((point) => point.medianPriorLines ?? 0);
    const moderators = [
      { name: "therapy-class", groups, reference: "bsab" },
      { name: "prior-lines", values },
    ];
    const expected = regressGlmm(studies, moderators, { test: "t" });
    if (!("fit" in expected)) throw new Error(expected.status);
    expect(result).toMatchObject({ status: "ok", k: 9, notReporting: [{ cohort: "silent" }] });
    expect(result.terms.map(({ name, estimate }) => [name, estimate.toFixed(9)])).toEqual(
      expected.coefficients.map(({ name, estimate }) => [name, estimate.toFixed(9)]),
    );
    expect(result.terms.at(-1)?.oddsRatio).toBeLessThan(1);
  });
});

const intervals = {
  bayes: ["t"],
  glmm: ["t", "wald"],
  reml: ["t", "wald", "hartung-knapp"],
} as const;

it.each(
  Object.entries({ ...intervals, dl: intervals.reml }).flatMap(([model, of]) =>
    of.map((interval) => ({ model: model as Query["model"], interval })),
  ),
)(
  "limits, P and lines are those of the interval that was asked for: $model, $interval",
  (settings) => {
    const question = { ...query, ...settings };
    const data = datasetOf([...carT, ...bsab]);
    const { k, terms, between, interval, lines } = fitMetaRegression(
      question,
      orr,
      "prior-lines",
      data,
    );
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
    const narrower = fitMetaRegression({ ...question, interval: "wald" }, orr, "prior-lines", data);
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

const tooFew = (k: number) => ({ code: "too-few-cohorts", k, least: 4 });
const constant = carT.map((trial) => ({ ...trial, medianPriorLines: 5 }));

it.each([
  ["nobody", [], tooFew(0)],
  ["three cohorts", carT.slice(0, 3), tooFew(3)],
  ["three of one class, whatever the other has", [...carT, ...bsab.slice(0, 3)], tooFew(3)],
  [
    "one value for all",
    constant,
    { code: "no-spread", group: "car-t", values: [5], moderator: "prior-lines" },
  ],
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
    expect(together.remarks[0]).toEqual({
      ...{ code: "no-spread", group: "bsab", values: [5], moderator: "prior-lines" },
    });
    expect(together.terms).toEqual(alone.terms);
    expect(together.lines).toEqual({ "car-t": alone.lines["car-t"], bsab: [] });
    expect(together.points).toHaveLength(9);
  });

  it.each<[string, readonly number[], readonly number[], string]>([
    ["the ranges lie apart", [2, 3, 4, 4], [5, 6, 7, 7], "no-overlap"],
    [
      "the values of a class span less than a quarter of those of the other",
      [5, 6, 7, 6],
      [1, 4, 6, 10],
      "little-spread",
    ],
    [
      "a class has trials on both sides of the overlap only",
      [2, 3, 9, 10],
      [5, 6, 7, 6],
      "none-within",
    ],
  ])("where %s: the slope stands, the class does not", (_, carT, bsab, status) => {
    const { between, terms, k } = of(
      ...withLines(cohort, ...carT),
      ...withLines(bispecific, ...bsab),
    );
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
    fc.assert(
      fc.property(values, values, (a, b) => {
        const { between } = of(...withLines(cohort, ...a), ...withLines(bispecific, ...b));
        const [low, high] = [
          Math.max(Math.min(...a), Math.min(...b)),
          Math.min(Math.max(...a), Math.max(...b)),
        ];
        const [spanA = 0, spanB = 0] = [a, b].map((of) => Math.max(...of) - Math.min(...of));
        const isGiven =
          4 * Math.min(spanA, spanB) >= Math.max(spanA, spanB) &&
          [a, b].every((of) => new Set(of).size >= 3 && of.some((x) => low <= x && x <= high));
        if (between) expect(between.status === "ok").toBe(isGiven);
        if (between?.status !== "ok") expect(between ?? noComparison).toMatchObject(noComparison);
      }),
      { numRuns: 60 },
    );
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
