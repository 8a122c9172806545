/** Makes samples of counts that a reader added: their lines in a row and below a drug, and what they change. */
import type { AddedFigure } from "#core/added/place.ts";
import type { Answer, Row } from "#core/answer/answer.ts";
import {
  addReaderCountLinesToDrugViews,
  addReaderCountLinesToRowView,
} from "#presentation/row/added.ts";
import { makeDrugViewsFromClassPools } from "#presentation/row/drugs-view.ts";
import { compareRowsWithAndWithoutAddedCounts } from "#presentation/views/added.ts";
import { makeAddedCohortLabel } from "#presentation/words/added.ts";
import { comparison, contrast, noPool, productPool, row, study } from "../../support/answers.ts";
import { cohort } from "../../support/cohorts.ts";
import { rowViewOf, sides } from "../../support/viewed-rows.ts";
import type { Samples } from "../json-as-text.ts";

const group = (name: string, over: Partial<AddedFigure> = {}): AddedFigure => ({
  ...{
    cohort: cohort(name, { label: makeAddedCohortLabel(name) }),
    group: "car-t",
    outcome: "orr",
  },
  ...{ events: 34, n: 41, rate: 34 / 41, interval: [0.679, 0.928] },
  ...{ prediction: [0.35, 0.99], place: "within", ...over },
});
const [ours, theirs] = [group("Our centre"), group("Their centre", { place: "below" })];
const few = group("Few", { n: 35, rate: null, interval: [0.851, 0.999], place: null });
const bispecific = group("Antibodies", { group: "bsab", place: null, prediction: null });
const practice = group("Practice", {
  cohort: cohort("p", { label: makeAddedCohortLabel("Practice"), evidence: "real-world" }),
});

const inRow = (figures: AddedFigure[], of: Row = row()) => {
  const { sides: drawn, heard } = addReaderCountLinesToRowView(
    rowViewOf(of),
    figures,
    comparison().query,
    false,
  );
  return { sides: drawn, heard };
};
const drugs = makeDrugViewsFromClassPools(
  row(
    sides(
      {
        products: [productPool("alpha-cel"), productPool("b-cel")],
        studies: [study(), study({ product: "b-cel", cohort: "b" })],
      },
      null,
    ),
  ),
);
const inCounts = drugs.map((line, at) => ({ ...line, number: at === 0 ? "50 of 100" : "70 %" }));
const below = (lines: typeof drugs, figures: AddedFigure[], isCounted = false) =>
  addReaderCountLinesToDrugViews(lines, figures, isCounted).map(({ product, name, ...line }) =>
    [product, name, line.number, line.under, line.beneath, line.marks[0]?.kind].join(" | "),
  );

const lines: Samples = {
  "a group of practice beside trials": inRow([practice]).heard,
  "few patients are a count": inRow([few]).sides["car-t"]?.other,
  "two groups are not ranked": inRow([ours, theirs]),
  "each class has its own": inRow([ours, bispecific]).heard,
  "a class that reports nothing": inRow([bispecific], row(sides({}, null))).sides.bsab,
  "below its drug, the last of whose lines it follows": below(
    [...drugs.slice(0, 1), ...drugs],
    [ours],
  ),
  "below drugs of which one stands in counts": below(inCounts, [ours], true),
};

const answerWith = (of: Row, over: Partial<Answer> = {}) => comparison({ outcomes: [of], ...over });
const changed = (without: Row, counted: Row, over: Partial<Answer> = {}) =>
  compareRowsWithAndWithoutAddedCounts(
    answerWith(without, over),
    answerWith(counted, over),
    new Set(["orr"]),
  )[0]?.lines;
const clear = contrast({ differencePer100: 20, differenceInterval: [5, 35], analyses: [] });
const addedRow = row(sides({}, { ...noPool }));
const { selection } = comparison();

const changes: Samples = {
  "a rate, a difference and its analyses": changed(row(), row({ contrasts: [clear] })),
  "why there is no difference": changed(addedRow, row()),
  "a class without trials": changed(addedRow, addedRow, {
    selection: { ...selection, cohorts: { "car-t": 3, bsab: 0 } },
  }),
  "no row that holds none": compareRowsWithAndWithoutAddedCounts(
    answerWith(row()),
    answerWith(row()),
    new Set(),
  ),
};

export const added = { lines, changes };
