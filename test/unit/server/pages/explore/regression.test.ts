/** The sentences of a regression: no comparison at equal values where a class has no spread or none in common. */
import { expect, it } from "vitest";
import type { MetaRegression } from "#core/answer/answer.ts";
import { listNumberedTrials, listRegressionSentences } from "#server/pages/explore/regression.tsx";

type Point = MetaRegression["points"][number];

/** Returns a trial of 100 patients with one cohort. */
const trial = (
  group: "car-t" | "bsab",
  x: number,
  events: number,
  population: Point["cohorts"][number]["population"] = "treated",
): Point => {
  const count = { x, events, n: 100 };
  const label = `TRIAL-${x} (cohort ${group})`;
  return {
    ...{ group, trial: `${group}-${x}`, ...count, estimate: events / 100 },
    cohorts: [{ cohort: `${group}-${x}`, label, ...count, population }],
  };
};

const line = (from: number, to: number) =>
  [from, to].map((x) => ({ x, estimate: 0.5, interval: [0.4, 0.6] as const }));

const slope = { name: "prior-lines", estimate: Math.log(0.5), se: 0.2, pValue: 0.012 };

const none = { oddsRatio: null, interval: null, pValue: null, difference: null } as const;

const made: MetaRegression = {
  ...{ status: "ok", outcome: "orr", moderator: "prior-lines", model: "glmm", interval: "t", k: 8 },
  ...{ remarks: [], tau2: 0.1, r2: 40, notReporting: [] },
  terms: [{ ...slope, interval: [Math.log(0.25), Math.log(0.9)], oddsRatio: 0.5 }],
  points: [trial("bsab", 5, 60), trial("car-t", 6, 80), trial("car-t", 4, 90)],
  lines: { "car-t": line(4, 7), bsab: line(4, 6) },
  between: {
    ...{ status: "ok", oddsRatio: 2, interval: [1.1, 4], pValue: 0.03, overlap: [4, 6] },
    difference: { moderatorValue: 5, per100: 12, interval: [2, 20] },
  },
};

it("a class whose trials have too few values has no slope, and is not compared at equal values", () => {
  const [first, second] = listRegressionSentences({
    ...made,
    remarks: [{ code: "no-spread", group: "bsab", values: [5], moderator: "prior-lines" }],
    lines: { "car-t": line(4, 7), bsab: [] },
    between: { status: "no-spread", overlap: null, ...none },
  });
  expect(first).toBe(
    "Bispecific trials have only 1 value of median prior lines (5): too few to show whether results change with it, and the classes cannot be compared at equal median prior lines.",
  );
  expect(second).toContain("of CAR-T only");
});

it("the trials are numbered by class and value", () => {
  expect(listNumberedTrials(made).map(({ number, group, x }) => [number, group, x])).toEqual([
    [1, "car-t", 4],
    [2, "car-t", 6],
    [3, "bsab", 5],
  ]);
});
