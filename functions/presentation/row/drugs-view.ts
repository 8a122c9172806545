/** Draws each drug on an axis with its number: a class is an average of drugs, but a patient gets one drug. */
import type { Answer, Pool, ProductPool, Row, Study } from "#core/answer/answer.ts";
import { type Evidence, listEvidenceByProduct } from "#core/answer/evidence.ts";
import { listFiguresByTrial, sumTrials } from "#core/answer/figures-of-trials.ts";
import { countTrialsIncludingPooled, hasFewPatients } from "#core/evidence/trials.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { nameGap } from "../words/names.ts";
import { nameProductWithRegimen } from "../words/product-name.ts";
import { joinByCommas, joinBySemicolons } from "../words/sentences.ts";
import { byTrialOnly } from "./difference.ts";
import {
  convertMarkToCountOrPercentage,
  type EvidenceMark,
  makeEvidenceMarks,
  makeNumberTextsFromMarks,
} from "./evidence-marks.ts";
import { findRateWithInterval } from "./figures.ts";
import { listGroupRemarks } from "./notes.ts";
import {
  formatEventCount,
  makeIntervalTextAndBar,
  makePlottedCountWithInterval,
  makePlottedRate,
  type Plotted,
  placeTrialTicks,
} from "./plotted.ts";
import {
  listCountsBesideNumber,
  listLargestUncountedCountPerDrug,
  listTextsOfCountsBesideNumber,
  notCounted,
} from "./uncounted.ts";

export interface DrugOnScreen {
  readonly group: TherapyClass;
  /** The slug of the product is part of the address of its page. */
  readonly product: string;
  readonly name: string;
}

export interface DrugView extends Plotted, DrugOnScreen {
  /**
   * Holds the count "137 of 145", or the other outcome that the figures count; empty for a percentage, and if the
   * number is a count.
   */
  readonly beneath: string;
  /** Names the trial if the line is one of two of the drug; {@link beneath} then names it, too. */
  readonly trial?: string;
}

/** Returns the drugs of a row, CAR-T first, in each class the drug with most patients first. */
export function makeDrugViewsFromClassPools({ pools }: Pick<Row, "pools">): readonly DrugView[] {
  return makeLinesInCountsIfAnyHasCount((form) =>
    therapyClasses.flatMap((group) => makeDrugViewsOfPool(group, pools[group], form)),
  );
}

/** "rates": numbers are rates, but counts if there are fewer than 30 patients. "counts": all numbers are counts. */
export type NumberForm = "rates" | "counts";

/**
 * Draws all lines of an outcome in counts if one of them has a count, because readers compare a bare count with a bare
 * rate: "2 of 20" above "4" reads as less.
 */
export function makeLinesInCountsIfAnyHasCount<Line extends Pick<DrugView, "number">>(
  linesIn: (form: NumberForm) => Line[],
): Line[] {
  const lines = linesIn("rates");
  return lines.some(({ number }) => number.includes(" of ")) ? linesIn("counts") : lines;
}

/**
 * Draws every drug of a pool that has any figure: its number, else its stand-ins. A drug without a number of its own
 * whose trials are counted has a line for each of them, because their mean describes neither.
 */
export function makeDrugViewsOfPool(group: TherapyClass, pool: Pool, form: NumberForm): DrugView[] {
  return listEvidenceByProduct(pool).flatMap(({ product, evidence }): DrugView[] => {
    const count = pool.products.find((productPool) => productPool.product === product);
    const studies = pool.studies.filter((study) => study.product === product);
    if (count && count.estimate === null && count.events !== null)
      return makeTrialViewsOfDrug(group, studies, pool, form);
    const drawing =
      (count && addTrialTicks(makeRateOrCountDrawing(count, form), studies)) ??
      makeDrawingOfStandIns(evidence, form);
    return drawing
      ? [{ group, product, name: nameProductWithRegimen(product, pool.regimen), ...drawing }]
      : [];
  });
}

function makeTrialViewsOfDrug(
  group: TherapyClass,
  studies: readonly Study[],
  pool: Pool,
  form: NumberForm,
): DrugView[] {
  return sumTrials(studies).flatMap((trial): DrugView[] => {
    const drawing = makeRateOrCountDrawing(trial, form);
    if (drawing === null) return [];
    const { product, label } = trial;
    const beneath = [label, drawing.beneath].filter((text) => text !== "").join(": ");
    const name = nameProductWithRegimen(product, pool.regimen);
    return [{ group, product, name, ...drawing, beneath, trial: label }];
  });
}

/** Draws the only drug of the other kind of regimen on a line of its own; `null` without such a number. */
export function makeOtherRegimenDrugView(
  group: TherapyClass,
  { otherRegimen }: Pool,
  form: NumberForm,
): DrugView | null {
  const [product, another] = otherRegimen?.products ?? [];
  const drawing = otherRegimen && makeRateOrCountDrawing(otherRegimen, form);
  if (!otherRegimen || !drawing || product === undefined || another !== undefined) return null;
  return {
    group,
    product,
    name: nameProductWithRegimen(product, otherRegimen.regimen),
    ...drawing,
  };
}

/** Draws the drugs of a row. If one number has to be a count, all numbers are counts. */
export function makeDrugViewsFromProductPools(
  row: Row<string>,
  drugs: readonly DrugOnScreen[],
  answer: Pick<Answer<string>, "query">,
): readonly DrugView[] {
  return makeLinesInCountsIfAnyHasCount((form) =>
    drugs.flatMap(({ product, group }): DrugView[] => {
      const pool = row.pools[product];
      if (!pool) return [];
      const remarks = [
        ...listGroupRemarks("drug", product, row, answer),
        ...listTextsOfCountsBesideNumber(listCountsBesideNumber(pool), false),
      ];
      const inRegimen = makeDrugViewsOfPool(group, pool, form).map((line, index, { length }) =>
        // Remarks on a drug stand below the last of its trials.
        addRemarksBelowDrug(line, index === length - 1 ? remarks : []),
      );
      const otherwise = makeOtherRegimenDrugView(group, pool, form);
      return otherwise ? [...inRegimen, addRemarksBelowDrug(otherwise, [])] : inRegimen;
    }),
  );
}

/** Lists the counts of a drug in a row that no number includes, as in "56 of 61 evaluable for MRD". */
export function listUncountedTextsOfDrug(
  { pools }: Row<string>,
  product: string,
): readonly string[] {
  const pool = pools[product];
  return pool ? listLargestUncountedCountPerDrug(pool).map(({ text }) => text) : [];
}

/** States why a drug has no number in a row: what it has is not counted, stands in other questions, or is nothing. */
export function describeGapOfDrug({ pools }: Row<string>, product: string): string {
  const pool = pools[product];
  return pool && pool.notPooled.length > 0 ? notCounted : nameGap(pool);
}

/**
 * Returns the drug with remarks below it. The count behind a number and the name of its trial are left to the opened
 * row.
 */
function addRemarksBelowDrug(drug: DrugView, texts: readonly (string | undefined)[]): DrugView {
  const isLeftOut = drug.filled || drug.trial !== undefined;
  return { ...drug, beneath: joinBySemicolons([isLeftOut ? "" : drug.beneath, ...texts]) };
}

export type DrawnDrug = Omit<DrugView, keyof DrugOnScreen>;

/** Draws a rate, or a hollow count for fewer than 30 patients. Returns `null` without a rate. */
function makeRateOrCountDrawing(
  productPool: Pick<ProductPool, "events" | "n" | "estimate" | "interval">,
  form: NumberForm,
): DrawnDrug | null {
  const rate = findRateWithInterval(productPool);
  if (!rate) return null;
  const count = makePlottedCountWithInterval(productPool);
  if (count === null || !(hasFewPatients(productPool) || form === "counts"))
    return { beneath: count?.drawing.number ?? "", ...makePlottedRate(rate) };
  return { beneath: "", ...count.drawing };
}

/**
 * Returns the drawing with a tick for each trial; as it is, or `null`, if there is a single one. Two trials also show
 * both counts below a filled number, because their average may be near neither.
 */
function addTrialTicks(drawing: DrawnDrug | null, studies: readonly Study[]): DrawnDrug | null {
  const pool = { k: countTrialsIncludingPooled(studies), studies };
  const figures = listFiguresByTrial(pool);
  if (drawing === null || figures.length < 2) return drawing;
  const areCounted = figures.every(({ events, n }) => events !== null && n !== null);
  const isOfBoth = figures.length === 2 && areCounted && drawing.filled;
  return {
    ...drawing,
    ...placeTrialTicks(pool),
    ...(isOfBoth && { beneath: figures.map(formatEventCount).join(", ") }),
  };
}

/** Draws stand-ins for a number; `null` if none of them lies on the axis of rates. */
function makeDrawingOfStandIns(entries: readonly Evidence[], form: NumberForm): DrawnDrug | null {
  const figures = makeEvidenceMarks(entries);
  const [only, another] = figures;
  if (!only) return null;
  const drawing = { marks: figures.map(({ at, kind }) => ({ at, kind })), filled: false };
  const meaning = joinByCommas([...new Set(figures.map(({ of }) => of))]);
  const counts = figures.map(describeCountInLabelPool).filter((count) => count !== "");
  const beneath = [meaning, counts.join(", ")].filter((text) => text !== "").join(": ");
  const isCount =
    form === "counts" || entries.some((entry) => "events" in entry && hasFewPatients(entry));
  const patients = [
    ...new Set(figures.map(({ pool, patients }) => joinByCommas([pool, patients]))),
  ];
  const isCounted = entries.some(
    (entry) => entry.as !== "percentage" && !isPercentageOfLabelPool(entry),
  );
  // A single count must not stand for several stand-ins.
  if (another) {
    const number =
      isCount && isCounted
        ? { number: "", under: byTrialOnly }
        : makeNumberTextsFromMarks(isCount ? figures.map(convertMarkToCountOrPercentage) : figures);
    return { beneath: isCounted ? beneath : joinByCommas(patients), ...number, ...drawing };
  }
  // The pool is named with its count, or by itself where the count is the number.
  const isNamed = only.count !== "" && !isCount;
  return {
    beneath: isNamed
      ? beneath
      : joinByCommas([isCount && only.count !== "" ? meaning : beneath, only.pool]),
    ...makeIntervalTextAndBar(only.interval),
    ...makeNumberTextsFromMarks([isCount ? convertMarkToCountOrPercentage(only) : only]),
    ...(!isCounted && { under: only.patients }),
    ...drawing,
  };
}

/** Returns text such as "13 of 183 in MagnetisMM-3, cohorts A and B"; only the count of a figure of a trial. */
function describeCountInLabelPool({ count, pool }: EvidenceMark): string {
  return count === "" || pool === "" ? count : `${count} in ${pool}`;
}

function isPercentageOfLabelPool(entry: Evidence): boolean {
  return entry.as === "label-pool" && entry.events === null;
}
