/** No number of a randomised trial stands twice on one screen. */
import { expect, it } from "vitest";
import type { MonthOfTrial, RandomisedArm, RandomisedTrial, Row } from "#core/answer/answer.ts";
import { rowsBelow } from "#presentation/row/arms-above.ts";
import { monthOfTrial, row } from "../../../support/answers.ts";
import { rowViewOf, sides } from "../../../support/viewed-rows.ts";

const unpooled = { estimate: null, interval: null, studies: [] };
const survivalOf = (carT: MonthOfTrial[], bsab: MonthOfTrial[] = []): Row =>
  row({
    outcome: "pfs-12",
    ...sides({ ...unpooled, months: carT }, { ...unpooled, months: bsab }),
  });
const month = (cohort: string, survival: number, over: Partial<MonthOfTrial> = {}) =>
  monthOfTrial({ cohort, survival, month: 12, kind: "printed", ...over });

function arm([cohort, estimate]: readonly [string, number]): RandomisedArm {
  const rate = { estimate, interval: null, events: null, n: 100 };
  return {
    ...{ product: "alpha-cel", partners: [], cohort, therapyClass: "car-t", n: 100 },
    ...{ ratios: [], medians: [], earlyDeaths: [], alive: null },
    progressionFree: { arm: rate, control: null, month: 12, followUpMonths: null, source: null },
  };
}
const trial = (...arms: (readonly [string, number])[]): RandomisedTrial => ({
  ...{ study: "lot", label: "LOT", place: "leads", lines: null, medianLines: null, enrolled: null },
  ...{ control: { label: "control", n: 100 }, crossover: null, notReported: [] },
  arms: arms.map(arm),
});

const first = survivalOf([month("a", 0.7)]);
const both = survivalOf([month("a", 0.7)], [month("b", 0.8, { kind: "at-least", month: 36 })]);

it.each<[string, Row, RandomisedTrial, number]>([
  ["goes if all of it stands above", first, trial(["a", 0.7]), 0],
  ["goes if it stands above as a bound", both, trial(["a", 0.7], ["b", 0.8]), 0],
  ["stays if another number stands above", first, trial(["a", 0.6]), 1],
  ["stays under a trial that does not lead", first, { ...trial(["a", 0.7]), place: "line" }, 1],
  ["stays if it is no row of survival", row(), trial(["a", 0.7]), 1],
])("a row %s", (_, below, above, count) => {
  expect(rowsBelow([below], [above])).toHaveLength(count);
});

it("a row keeps what the trials do not say, and leads up to them where a class has nothing else", () => {
  const rows = [survivalOf([month("a", 0.7), month("c", 0.5)], [month("b", 0.8)])];
  const [left] = rowsBelow(rows, [trial(["a", 0.7], ["c", 0.4]), trial(["b", 0.8])]);
  expect(left?.row.pools["car-t"].months?.map(({ cohort }) => cohort)).toEqual(["c"]);
  expect(left?.row.pools.bsab.months).toEqual([]);
  expect(left?.above).toEqual(new Map([["bsab", [12]]]));
  const view = left && rowViewOf(left.row, { above: left.above });
  expect(view?.sides.bsab).toMatchObject({ labels: [{ text: "12 months: see top" }], marks: [] });
  expect(view?.heard).toContain("bispecific 12 months: see top");
});
