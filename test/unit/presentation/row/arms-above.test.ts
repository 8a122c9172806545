/** No number of a randomised trial stands twice on one screen. */
import { describe, expect, it } from "vitest";
import type {
  MonthOfTrial,
  Pool,
  RandomisedArm,
  RandomisedTrial,
  Row,
} from "#core/answer/answer.ts";
import { rowsBelow } from "#presentation/row/arms-above.ts";
import { monthOfTrial, noPool, row } from "../../../support/answers.ts";
import { rowViewOf } from "../../../support/viewed-rows.ts";

const rate = (estimate: number) => ({ estimate, interval: null, events: null, n: 100 });
const arm = (
  cohort: string,
  estimate: number,
  over: Partial<RandomisedArm> = {},
): RandomisedArm => ({
  ...{ product: "alpha-cel", partners: [], cohort, therapyClass: "car-t", n: 100 },
  ...{ ratios: [], medians: [], earlyDeaths: [], alive: null },
  progressionFree: {
    ...{ arm: rate(estimate), control: null, month: 12, followUpMonths: null, source: null },
  },
  ...over,
});
const trial = (...arms: RandomisedArm[]): RandomisedTrial => ({
  ...{ study: "lot", label: "LOT", place: "leads", lines: null, medianLines: null, enrolled: null },
  ...{ control: { label: "control", n: 100 }, crossover: null, notReported: [], arms },
});

const month = (cohort: string, survival: number, over: Partial<MonthOfTrial> = {}) =>
  monthOfTrial({ cohort, survival, month: 12, kind: "printed", ...over });
const progression = (carT: MonthOfTrial[], bsab: MonthOfTrial[]): Row => {
  const of = (months: MonthOfTrial[]): Pool => ({ ...noPool, months });
  return row({ outcome: "pfs-12", pools: { "car-t": of(carT), bsab: of(bsab) } });
};
const cohortsOf = (found: ReturnType<typeof rowsBelow>) =>
  found.map(({ row: { pools }, above }) => ({
    months: [pools["car-t"], pools.bsab].map((pool) => pool.months?.map(({ cohort }) => cohort)),
    above,
  }));

describe("a row of survival under a trial that leads", () => {
  it("goes if all of it stands above, also as a bound of the same number", () => {
    const later = month("b", 0.8, { kind: "at-least", month: 36 });
    const rows = [progression([month("a", 0.7)], [later])];
    expect(rowsBelow(rows, [trial(arm("a", 0.7)), trial(arm("b", 0.8))])).toEqual([]);
    expect(rowsBelow([progression([month("a", 0.7)], [])], [trial(arm("a", 0.7))])).toEqual([]);
  });

  it("keeps what the trials do not say, and leads up to them where a class has nothing else", () => {
    const rows = [progression([month("a", 0.7), month("c", 0.5)], [month("b", 0.8)])];
    const above = [trial(arm("a", 0.7), arm("c", 0.4)), trial(arm("b", 0.8))];
    expect(cohortsOf(rowsBelow(rows, above))).toEqual([
      { months: [["c"], []], above: new Map([["bsab", [12]]]) },
    ]);
    const [left] = rowsBelow(rows, above);
    const drawn = left && rowViewOf(left.row, { above: left.above });
    expect(drawn?.sides.bsab).toMatchObject({
      labels: [{ text: "12 months: see top" }],
      marks: [],
    });
    expect(drawn?.heard).toContain("bispecific 12 months: see top");
  });

  it("stays under a trial that does not lead, and so does every other row", () => {
    const rows = [progression([month("a", 0.7)], []), row()];
    expect(rowsBelow(rows, [{ ...trial(arm("a", 0.7)), place: "line" }])).toHaveLength(2);
    expect(rowsBelow([row()], [trial(arm("a", 0.7))])).toHaveLength(1);
  });
});
