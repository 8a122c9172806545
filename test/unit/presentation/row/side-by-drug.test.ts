/** A class without a number: what is known of each of its drugs, drawn and named. */
import { expect, it } from "vitest";
import type { MonthOfTrial, Pool } from "#core/answer/answer.ts";
import { sideByDrug } from "#presentation/row/side-by-drug.ts";
import { median, monthOfTrial, noPool, notPooled, pool, study } from "../../../support/answers.ts";

const viewOf = (over: Partial<Pool>) => sideByDrug(pool({ ...noPool, ...over }), "CAR-T", false);
const months = (...figures: (readonly [MonthOfTrial["kind"], number])[]): Partial<Pool> => ({
  months: figures.map(([kind, survival], index) =>
    monthOfTrial({ cohort: `${index}`, trial: `${index}`, product: "a-cel", kind, survival }),
  ),
});
const counted = (product: string, events: number, n: number) =>
  study({ cohort: `${n}`, product, events, n, estimate: events / n, interval: [0.2, 0.4] });

it.each<[string, string, Partial<Pool>]>([
  ["figures alike", "a-cel 77", months(["printed", 0.77], ["printed", 0.766])],
  [
    "a lower bound beneath a figure of its drug",
    "a-cel 68 & 77",
    months(["printed", 0.77], ["printed", 0.68], ["at-least", 0.21]),
  ],
  ["a lower bound above it", "a-cel 54 & ≥79", months(["printed", 0.54], ["at-least", 0.79])],
])("values of a drug: %s", (_, text, over) => {
  expect(viewOf(over)?.side.labels).toMatchObject([{ text }]);
});

it("a part of the outcome has no mark, which would be read as the whole", () => {
  const studies = [counted("b-mab", 20, 165)];
  const narrower = [{ outcome: "death-infection", label: "Fatal infection", studies }];
  const view = viewOf({ narrower });
  expect(view?.side).toMatchObject({ marks: [], number: "", under: "unknown" });
  expect(view?.heard(" of 100")).toBe("total unknown; b-mab fatal infection 12 of 100");
});

it("a single figure with its interval has a bar; several have none", () => {
  const [first, second] = [counted("ide-cel", 30, 100), counted("ide-cel", 50, 101)];
  expect(viewOf({ broader: [first] })?.side.bar).toEqual([20, 40]);
  expect(viewOf({ broader: [first, second] })?.side).not.toHaveProperty("bar");
});

it.each<[string | undefined, Partial<Pool>]>([
  [undefined, {}],
  [undefined, { notPooled: [notPooled()] }],
  ["median only: x-cel 12 months", { medians: [median()] }],
  ["median only", { medians: [median(), median(), median()] }],
  ["median only", { notReached: [median()] }],
  ["no usable count", { notPooled: [notPooled({ reason: { code: "no-count" } })] }],
])("without a mark: %s", (text, over) => {
  expect(viewOf(over)?.heard(" of 100")).toBe(text);
});
