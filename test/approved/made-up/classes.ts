/** Makes samples of the classes of a row, with a number and without. */
import type { MonthOfTrial, Pool, Row } from "#core/answer/answer.ts";
import { describeCopiedRow } from "#presentation/views/copied-text.ts";
import {
  comparison,
  median,
  monthOfTrial,
  noPool,
  notPooled,
  percentageAlone,
  productPool,
  row,
  study,
} from "../../support/answers.ts";
import { rowViewOf, sides } from "../../support/viewed-rows.ts";
import type { Samples } from "../json-as-text.ts";

const inCombination = {
  ...({ regimen: "combination", k: 1, trials: 1, products: ["c-cel"], studies: [] } as const),
  ...({ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] } as const),
};
const sideOf = (carT: Partial<Pool>, over: Partial<Row> = {}) => {
  const { sides: drawn, heard } = rowViewOf(row({ ...sides(carT, null), ...over }));
  return { ...drawn["car-t"], heard };
};
const products = (...names: string[]) => names.map((name) => productPool(name));
const few = { events: 12, n: 20, estimate: 0.6, interval: [0.361, 0.809] } as const;
const smallTrials = [study({ estimate: 0.95, events: 19, n: 20, label: "Small trial" })];

const ofClass: Samples = {
  "an interval too wide to say anything has no bar": sideOf({
    estimate: 0.7,
    interval: [0.004, 0.996],
  }),
  "smaller trials have ticks, the single counted one has none": sideOf({
    ...{ k: 1, n: 208, studies: [study({ estimate: 0.85 })], smallTrials },
  }),
  "without some products it is hollow": sideOf({
    products: products("a-cel", "b-cel"),
    missingProducts: ["c-cel"],
  }),
  "without other products it is hollow": sideOf({
    products: products("a-cel"),
    missingProducts: ["b-cel"],
  }),
  "fewer than 30 patients are a count": sideOf(few, { numberForm: "counts" }),
  "survival has no counts": sideOf(few, { numberForm: "counts", outcome: "pfs-12" }),
  "alone and in combination are two lines": sideOf({ otherRegimen: inCombination }),
  "what is reported in combination only is named": sideOf({
    ...noPool,
    otherRegimen: inCombination,
  }),
};

const months = (...figures: (readonly [MonthOfTrial["kind"], number])[]): Partial<Pool> => ({
  months: figures.map(([kind, survival], index) =>
    monthOfTrial({ cohort: `${index}`, trial: `${index}`, product: "a-cel", kind, survival }),
  ),
});
const counted = (product: string, events: number, n: number) =>
  study({ cohort: `${n}`, product, events, n, estimate: events / n, interval: [0.2, 0.4] });
const [third, half] = [counted("ide-cel", 30, 100), counted("ide-cel", 50, 101)];
const infections = [counted("b-mab", 20, 165)];
const byDrug = (over: Partial<Pool>) => sideOf({ ...noPool, ...over });

const withoutNumber: Samples = {
  "figures alike are one": byDrug(months(["printed", 0.77], ["printed", 0.766])),
  "a lower bound beneath a figure of its drug is left out": byDrug(
    months(["printed", 0.77], ["printed", 0.68], ["at-least", 0.21]),
  ),
  "a lower bound above it stands": byDrug(months(["printed", 0.54], ["at-least", 0.79])),
  "a part of the outcome has no mark, which would be read as the whole": byDrug({
    narrower: [{ outcome: "death-infection", label: "Fatal infection", studies: infections }],
  }),
  "a single figure has a bar": byDrug({ broader: [third] }),
  "several figures have none": byDrug({ broader: [third, half] }),
  "one or two medians are told": byDrug({ medians: [median()] }),
  "more medians are not": byDrug({ medians: [median(), median(), median()] }),
  "a median that is not reached has no number": byDrug({ notReached: [median()] }),
  "a figure without a count is told": byDrug({
    notPooled: [notPooled({ reason: { code: "no-count" } })],
  }),
  "nothing reported is no side": byDrug({ notPooled: [notPooled()] }),
};

const copied = (carT: Partial<Pool>) => describeCopiedRow(row(sides(carT, null)), comparison());
const inCopy = {
  k: 1,
  selectedTrials: 1,
  events: 94,
  n: 97,
  studies: [study({ events: 94, n: 97 })],
};
const survival = (product: string, estimate: number) =>
  study({ product, events: null, estimate, interval: [estimate - 0.1, estimate + 0.1] });

const inCopies: Samples = {
  "one trial has its count": copied(inCopy),
  "the other kind of regimen stands behind, and what is printed without a count": copied({
    ...{ ...inCopy, otherRegimen: inCombination, notPooled: [percentageAlone({ product: "c" })] },
  }),
  "a range has trials and patients": copied({
    ...{ k: 3, studies: [0.4, 0.5, 0.61].map((rate) => survival("a-cel", rate)) },
  }),
  "drugs stand in for a number": copied({
    ...{ ...noPool, status: "by-trial", k: 2 },
    studies: [survival("a-cel", 0.77), survival("b-cel", 0.6)],
  }),
  "the broader outcome and a percentage are named": copied({
    ...{ ...noPool, broader: [third], notPooled: [percentageAlone({ product: "c" })] },
  }),
  "nothing is reported": copied({ ...noPool, notPooled: [notPooled()] }),
};

export const classes = { ofClass, withoutNumber, inCopies };
