/** Draws a class without a number in a row: the stand-ins of each of its drugs, with their names. */
import type { Pool } from "#core/answer/answer.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { nameGap } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameProduct, shortenDrugNamesInText } from "../words/product-name.ts";
import { describeFollowUpOfCut, joinByCommas, joinBySpaces } from "../words/sentences.ts";
import {
  convertMarkToCountOrPercentage,
  dropBoundsBelowFiguresAndSort,
  type EvidenceMark,
  formatMarkValue,
  isBoundOfMonth,
  joinSpans,
  listDrugNamesOfMarks,
  listEvidenceMarksOfPool,
  makeNumberTextsFromMarks,
  placeSpanOfMark,
} from "./evidence-marks.ts";
import { type LabelView, placeLabelsShortenedIfNeeded } from "./labels.ts";
import { formatIntervalInBrackets, formatIntervalOrTooWide, placeIntervalEnds } from "./plotted.ts";
import {
  makeSideFromWords,
  makeSideInWords,
  type SideInWords,
  type SideView,
} from "./side-view.ts";
import {
  describeUncountedDrugCounts,
  describeUpperBound,
  listLargestUncountedCountPerDrug,
} from "./uncounted.ts";

/** Groups the marks of one drug that count the same outcome. */
interface DrugMarks {
  readonly name: string;
  /** Names the other outcome that the marks count; empty if they count the outcome of the row. */
  readonly of: string;
  readonly marks: readonly EvidenceMark[];
}

/**
 * Draws the stand-ins of a class.
 *
 * @param nameOnScreen The name that the side already has on the screen. Marks of this drug have no name, unless another drug
 *   stands beside it.
 * @param isCount True if the row shows counts, which never stand next to a rate.
 * @returns `null` if no trial of the class reports the outcome
 */
export function makeSideFromStandIns(
  pool: Pool,
  nameOnScreen: string,
  isCount: boolean,
): SideInWords | null {
  const reported = listEvidenceMarksOfPool(pool);
  const marks = isCount ? reported.map(convertMarkToCountOrPercentage) : reported;
  const [only, another] = marks;
  const drugs = groupMarksByOutcomeAndDrug(marks);
  const isAlone = drugs.every(({ name }) => name === nameOnScreen);
  const onScreen = isAlone ? nameOnScreen : "";
  // Bounds are words with the figures beside them, alike on every surface: the arrow of a bound was read as a rate.
  if (marks.some(isBoundOfMonth)) {
    const write = (unit: string) =>
      drugs.map((drug, index) => describeDrugByTrial(drug, index === 0 ? unit : "")).join("; ");
    return { ...makeSideInWords(write("")), heard: write };
  }
  const hasTotal = marks.some(({ part }) => part === null);
  const withTotal = (texts: readonly string[]) =>
    [...(hasTotal ? [] : [`total ${nameGap(pool)}`]), ...texts].join("; ");
  const side = makeSideWithLinePerOutcome(drugs, onScreen, pool, isCount);
  if (!side) return makeSideWithoutMark(pool);
  return {
    name: null,
    side,
    heard: (unit) =>
      withTotal(
        drugs.map((drug, index) =>
          describeDrugMarksAloud(
            drug,
            index === 0 && !isCount ? unit : "",
            // The patients of a single mark follow the numbers of the row.
            another || only?.of ? describeShares(drug.marks) : "",
          ),
        ),
      ),
    written: () => withTotal(drugs.map(describeDrugMarksForCopy)),
    behind: () => "",
  };
}

/** Groups marks by outcome and drug, in reading order: the outcome of the row comes before other outcomes. */
function groupMarksByOutcomeAndDrug(marks: readonly EvidenceMark[]): DrugMarks[] {
  const meanings = [...new Set(marks.map(({ of }) => of))];
  return meanings.flatMap((of) => {
    const ofMeaning = marks.filter((mark) => mark.of === of);
    return listDrugNamesOfMarks(ofMeaning).map((name) => ({
      name,
      of,
      marks: ofMeaning.filter((mark) => mark.name === name),
    }));
  });
}

/**
 * Draws each outcome on its own lines; `null` without a mark. A single mark has its number and interval in the column
 * of numbers, as a class has; if there are several marks, the values of each drug stand next to them. Parts of the
 * outcome are words without a mark, because readers took a lower bound next to the rate of the other class for a lower
 * rate.
 */
function makeSideWithLinePerOutcome(
  drugs: readonly DrugMarks[],
  onScreen: string,
  pool: Pick<Pool, "elsewhere" | "notPooled">,
  isCount: boolean,
): SideView | null {
  const inWords = drugs.filter(({ marks }) => marks.some(({ part }) => part !== null));
  const drawn = drugs.filter((drug) => !inWords.includes(drug));
  const lines = groupBy(drawn, ({ of }) => of).flatMap((ofOutcome) => {
    const [mark, another] = ofOutcome.flatMap(({ marks }) => marks);
    // The column of numbers never has a percentage among counts; the percentage stands next to its mark.
    const isInColumn = !isCount || mark?.count !== "";
    if (mark && another === undefined && isInColumn) return makeSideOfSingleMark(mark, onScreen);
    return ofOutcome[0].of === ""
      ? makeSideLinesFilledWithDrugs(ofOutcome, onScreen)
      : makeSideOfOtherOutcome(ofOutcome, onScreen);
  });
  if (inWords.length > 0) {
    // The words on several drugs take the whole line, including the column of the number.
    const under = drugs.length === 1 ? nameGap(pool) : "";
    lines.push(makeSideFromWords(describeParts(inWords, onScreen, pool), under));
  }
  return lines.reduceRight<SideView | null>(
    (side, line) => (side ? { ...line, other: side } : line),
    null,
  );
}

/**
 * Names the parts of an outcome, the largest first, as in "only fatal infection: teclistamab 12; fatal adverse event:
 * elranatamab 10, linvoseltamab 5". A part alone is less than the whole, so the text says that it is only a part.
 */
function describeParts(
  drugs: readonly DrugMarks[],
  onScreen: string,
  pool: Pick<Pool, "notPooled">,
): string {
  const size = ({ marks }: DrugMarks) => Math.max(...marks.map(({ at }) => at));
  const parts = groupBy(
    [...drugs].sort((a, b) => size(b) - size(a)),
    ({ of }) => of,
  );
  const texts = parts.map((ofOutcome) => {
    const rates = ofOutcome.map(
      (drug) => writeDrugWithPartialRates(drug, onScreen) + describeUpperBound(drug.name, pool),
    );
    return `${ofOutcome[0].of}: ${rates.join(", ")}`;
  });
  return `only ${texts.join("; ")}`;
}

/** Returns the drug with the rates of parts of the outcome, as in "linvoseltamab 4". */
function writeDrugWithPartialRates({ name, marks }: DrugMarks, onScreen: string): string {
  const parts = marks.map(({ part }) => part).join(" & ");
  return joinBySpaces([name === onScreen ? "" : name, parts, describeShares(marks)]);
}

function makeSideOfSingleMark(mark: EvidenceMark, onScreen: string): SideView {
  const bar = mark.interval ? placeIntervalEnds(mark.interval) : null;
  const coveredSpans = [placeSpanOfMark(mark), ...(bar ? [bar] : [])];
  const text = joinByCommas([mark.name === onScreen ? "" : mark.name, mark.of]);
  const labels = text === "" ? [] : [makeLabelAlongSpans(text, coveredSpans)];
  return {
    ...makeSideOfMarksOnly([mark]),
    ...makeNumberTextsFromMarks([mark]),
    ...(bar && { bar }),
    ...placeLabelsShortenedIfNeeded({ coveredSpans, labels }),
  };
}

/** Returns the drug with the rate of each trial in words, as in "teclistamab about 50, at least 60". */
function describeDrugByTrial({ name, marks }: DrugMarks, unit: string): string {
  const rates = dropBoundsBelowFiguresAndSort(marks).map(({ text, interval }, index) =>
    joinBySpaces([
      `${text}${index === 0 ? unit : ""}`,
      interval && formatIntervalInBrackets(interval),
    ]),
  );
  return `${name} ${[...new Set(rates)].join(", ")}`;
}

/** Puts as many drugs on a line as there is room for. */
function makeSideLinesFilledWithDrugs(drugs: readonly DrugMarks[], onScreen: string): SideView[] {
  const lines: { drugs: readonly DrugMarks[]; side: SideView }[] = [];
  for (const drug of drugs) {
    const last = lines.pop();
    const together = last && makeSideLineOfDrugs([...last.drugs, drug], onScreen);
    if (together && together.side.above === undefined) lines.push(together);
    else lines.push(...(last ? [last] : []), makeSideLineOfDrugs([drug], onScreen));
  }
  return lines.map(({ side }) => side);
}

/** Returns the drugs with the side that draws all their marks on one line, each labelled with its name and values. */
function makeSideLineOfDrugs(drugs: readonly DrugMarks[], onScreen: string) {
  const labels = drugs.map((drug) =>
    makeLabelAlongSpans(writeDrugWithValues(drug, onScreen), drug.marks.map(placeSpanOfMark)),
  );
  const coveredSpans = drugs.flatMap(({ marks }) => marks.map(placeSpanOfMark));
  const placed = placeLabelsShortenedIfNeeded({ coveredSpans, labels, isAlone: true });
  return {
    drugs,
    side: { ...makeSideOfMarksOnly(drugs.flatMap(({ marks }) => marks)), ...placed },
  };
}

/** Draws marks of another outcome, which is named once for all drugs; the name stands above if there is no room. */
function makeSideOfOtherOutcome(drugs: readonly DrugMarks[], onScreen: string): SideView {
  const marks = drugs.flatMap((drug) => drug.marks);
  const [{ of } = { of: "" }] = marks;
  const coveredSpans = marks.map(placeSpanOfMark);
  const values = drugs.map((drug) => writeDrugWithValues(drug, onScreen)).join(", ");
  const place = (text: string) =>
    placeLabelsShortenedIfNeeded({
      coveredSpans,
      labels: [makeLabelAlongSpans(text, coveredSpans)],
      isAlone: true,
    });
  const withOutcome = place(`${values}: ${of}`);
  const { above, ...along } = withOutcome.above === undefined ? withOutcome : place(values);
  const isOutcomeAbove = withOutcome.above !== undefined;
  return {
    ...makeSideOfMarksOnly(marks),
    ...along,
    ...(isOutcomeAbove && { above: above === undefined ? of : `${of}: ${above}` }),
  };
}

function makeSideOfMarksOnly(marks: readonly EvidenceMark[]): SideView {
  const places = marks.map(({ at, kind }) => ({ at, kind }));
  return { number: "", under: "", filled: false, marks: places };
}

/** Returns text such as "tec ≈50 & ≥60"; only the values if the side already has the name of the drug. */
function writeDrugWithValues({ name, marks }: DrugMarks, onScreen: string): string {
  const values = listMarkValues(marks).join(", ");
  return joinBySpaces([name === onScreen ? "" : name, values, describeShares(marks)]);
}

/** Returns text such as "(187 patients, 64 counted here)"; empty without a label pool that is selected in part. */
function describeShares(marks: readonly EvidenceMark[]): string {
  const shares = joinByCommas(marks.map(({ share }) => share));
  return shares && `(${shares})`;
}

function makeLabelAlongSpans(
  text: string,
  along: readonly (readonly [number, number])[],
): LabelView {
  return { text, short: shortenDrugNamesInText(text), along: joinSpans(along), isFirst: false };
}

/** Lists the values of marks along the axis, each once, as in "77", "<50". */
function listMarkValues(marks: readonly EvidenceMark[]): string[] {
  return [...new Set(dropBoundsBelowFiguresAndSort(marks).map(formatMarkValue))];
}

/** Returns the text for a screen reader, as in "cilta-cel 77 of 100", "ide-cel neurotoxicity 18 and 42". */
function describeDrugMarksAloud({ name, of, marks }: DrugMarks, unit: string, shares = ""): string {
  const values = [...new Set(marks.map(({ text, part }) => part ?? text))];
  return joinBySpaces([name, of, `${values.join(" and ")}${unit}`, shares]);
}

/**
 * Returns the text to copy, as in "cilta-cel 77 (62–87), 77 (66–84)", "ide-cel, neurotoxicity: 42 (25–61, 14 of 33), 18
 * (12–26, 23 of 128)".
 */
function describeDrugMarksForCopy({ name, of, marks }: DrugMarks): string {
  return `${name}${of === "" ? " " : `, ${of}: `}${marks.map(describeMarkInFull).join(", ")}`;
}

function describeMarkInFull({
  part,
  interval,
  count,
  patients,
  pool,
  ...mark
}: EvidenceMark): string {
  const text = part ?? mark.text;
  const behind = [
    interval ? formatIntervalOrTooWide(interval) : "",
    text.includes(count) ? "" : count,
    patients,
    pool,
  ].filter((part) => part !== "");
  return behind.length === 0 ? text : `${text} (${behind.join(", ")})`;
}

/**
 * Lists medians such as "talquetamab 7.7 months"; empty for more than two medians, which the view of survival shows.
 */
function listMedianTextsIfAtMostTwo({ medians }: Pick<Pool, "medians">): string[] {
  return medians.length > 2
    ? []
    : medians.map(
        ({ product, months }) => `${nameProduct(product)} ${formatPlainNumber(months)} months`,
      );
}

/** Returns text such as "median months, as reported: talquetamab 7.7 in MonumenTAL-1 at 18.8-month follow-up". */
function describeMediansAtLength({ medians }: Pick<Pool, "medians">): string {
  const texts = medians.map(({ product, label, months, regimen, followUpMonths }) => {
    const how = regimen === "combination" ? " (with other drugs)" : "";
    return `${nameProduct(product)} ${formatPlainNumber(months)} in ${label}${how}${describeFollowUpOfCut(followUpMonths)}`;
  });
  return `median months, as reported: ${texts.join(" · ")}`;
}

/** Describes figures that no mark can show: medians, or counts that are not pooled; `null` if nothing is reported. */
function makeSideWithoutMark(pool: Pool): SideInWords | null {
  const hasMedian = pool.medians.length + (pool.notReached?.length ?? 0) > 0;
  if (!hasMedian && pool.notPooled.length === 0) return null;
  // A count that no number includes replaces the words "no usable count", because a count was found.
  const uncounted = hasMedian
    ? ""
    : describeUncountedDrugCounts(listLargestUncountedCountPerDrug(pool));
  const above = hasMedian ? listMedianTextsIfAtMostTwo(pool).join("; ") : "";
  const text = hasMedian ? "median only" : "no usable count";
  const inWords = uncounted || [text, above].filter(Boolean).join(": ");
  return {
    name: null,
    side: uncounted
      ? { ...makeSideOfMarksOnly([]), above: inWords }
      : { ...makeSideFromWords(text, nameGap(pool)), ...(above && { above }) },
    heard: () => inWords,
    written: () => (pool.medians.length > 0 ? describeMediansAtLength(pool) : inWords),
    behind: () => "",
  };
}
