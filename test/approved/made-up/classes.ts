/** Makes samples of the classes of a row, with a number and without. */
import type { MonthOfTrial, Pool, Row } from "#core/answer/answer.ts";
import { describeCopiedRow } from "#presentation/views/copied-text.ts";
import {
  comparison,
  median,
  monthOfTrial,
  noPool,
  percentageAlone,
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

const ofClass: Samples = {
  "alone and in combination are two lines": sideOf({ otherRegimen: inCombination }),
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
  "a lower bound beneath a figure of its drug is left out": byDrug(
    months(["printed", 0.77], ["printed", 0.68], ["at-least", 0.21]),
  ),
  "a part of the outcome has no mark, which would be read as the whole": byDrug({
    narrower: [{ outcome: "death-infection", label: "Fatal infection", studies: infections }],
  }),
  "several figures have none": byDrug({ broader: [third, half] }),
  "one or two medians are told": byDrug({ medians: [median()] }),
};

const copied = (carT: Partial<Pool>) => describeCopiedRow(row(sides(carT, null)), comparison());
const inCopy = {
  k: 1,
  selectedTrials: 1,
  events: 94,
  n: 97,
  studies: [study({ events: 94, n: 97 })],
};

const inCopies: Samples = {
  "the other kind of regimen stands behind, and what is printed without a count": copied({
    ...{ ...inCopy, otherRegimen: inCombination, notPooled: [percentageAlone({ product: "c" })] },
  }),
  "nothing is reported": copied({ ...noPool, notReported: ["x"] }),
};

export const classes = { ofClass, withoutNumber, inCopies };
