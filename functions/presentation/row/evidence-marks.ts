/** Turns figures of single trials into marks on the axis of a row, each with its number as text. */

import type { Interval, Pool } from "#core/answer/answer.ts";
import { type Bound, type Evidence, listEvidenceByProduct } from "#core/answer/evidence.ts";
import { nameProductWithRegimen } from "../words/product-name.ts";
import { formatRate, formatRateLowerBound, joinFirstAndLastValues } from "../words/rates.ts";
import { uncapitalise } from "../words/sentences.ts";
import { arrowLength } from "./labels.ts";
import { describeShare, namePool } from "./names.ts";
import { formatEventCount, type MarkView, makeIntervalTextAndBar, placeRate } from "./plotted.ts";
import { formatSampleSize } from "./uncounted.ts";

export interface EvidenceMark extends MarkView, Pick<Evidence, "population"> {
  /** The 95 % interval is 0 to 1; `null` if none was reported. */
  readonly interval: Interval | null;
  /** The count is text such as "14 of 33"; empty without a count. */
  readonly count: string;
  /** States the number of patients behind a percentage without a count, as in "n 339"; empty for all other figures. */
  readonly patients: string;
  /** Names the label pool of the figure, as in "MagnetisMM-3, cohorts A and B"; empty for any other figure. */
  readonly pool: string;
  /** States how many patients of the label pool are of selected trials, as in "187 patients, 64 counted here"; else empty. */
  readonly share: string;
  /** Names the drug with its regimen, as in "teclistamab in combination". */
  readonly name: string;
  /** States the number of the mark, as in "18", "at least 70", "below 50". */
  readonly text: string;
  /**
   * Names the other outcome that the figure counts, as in "neurotoxicity"; empty if it counts the outcome of the row.
   */
  readonly of: string;
  /** Holds the rate of a part of the outcome, of which {@link text} is the lower bound; `null` for any other mark. */
  readonly part: string | null;
}

/**
 * Returns marks in {@link sortMarksForReading reading order}. A median has no mark, because it lies on another axis; the
 * other kind of regimen has none either, because it is drawn as a side of its own.
 */
export function makeEvidenceMarks(evidence: readonly Evidence[]): EvidenceMark[] {
  return sortMarksForReading(evidence.flatMap((entry) => makeEvidenceMark(entry) ?? []));
}

/** Lists the marks of all drugs of a class, in {@link sortMarksForReading reading order}. */
export function listEvidenceMarksOfPool(pool: Pool): EvidenceMark[] {
  return sortMarksForReading(
    listEvidenceByProduct(pool).flatMap(({ evidence }) => makeEvidenceMarks(evidence)),
  );
}

/** Sorts marks along the axis, as {@link makeNumberTextsFromMarks} lists them; marks of the outcome itself come first. */
function sortMarksForReading(marks: readonly EvidenceMark[]): EvidenceMark[] {
  const isOfOtherOutcome = ({ of }: EvidenceMark) => of !== "";
  return [marks.filter((mark) => !isOfOtherOutcome(mark)), marks.filter(isOfOtherOutcome)].flatMap(
    (part) => [...part].sort(compareMarkPlaces),
  );
}

/**
 * Returns the order of two marks for sorting, below 0 if `a` comes first: along the axis; at one place, those that
 * leave lower rates open come first.
 */
function compareMarkPlaces(a: EvidenceMark, b: EvidenceMark): number {
  return a.at - b.at || kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}

const kinds: readonly MarkView["kind"][] = [
  "below",
  "about",
  "figure",
  "other",
  "at-least",
  "above",
];

function makeEvidenceMark(entry: Evidence): EvidenceMark | null {
  const name = nameProductWithRegimen(entry.product, entry.regimen);
  const bare = {
    name,
    population: entry.population,
    ...makeOtherOutcomeFields(entry),
    interval: null,
    count: "",
    patients: "",
    pool: nameLabelPoolOfFigure(entry),
    share: "ofSelected" in entry ? describeShare(entry) : "",
  };
  switch (entry.as) {
    case "median":
    case "other-regimen":
      return null;
    case "bound":
      return { ...bare, at: placeRate(entry.at), kind: entry.kind, text: formatBound(entry) };
    case "percentage":
      return {
        ...{ ...bare, at: entry.percent, kind: "figure", patients: formatSampleSize(entry.n) },
        text: formatRate(entry.percent / 100),
      };
    case "narrower": {
      const text = `≥${formatRateLowerBound(entry.estimate)}`;
      return {
        ...bare,
        at: placeRate(entry.estimate),
        kind: "at-least",
        text,
        count: formatEventCount(entry),
      };
    }
    default: {
      const { estimate, interval, events } = entry;
      return {
        ...bare,
        at: placeRate(estimate),
        kind: entry.as === "broader" ? "other" : "figure",
        text: formatRate(estimate),
        interval,
        count: events === null ? "" : formatEventCount(entry),
        // A label pool without a count is a percentage, so its number of patients is stated; any other figure without a
        // count is survival.
        patients: entry.as === "label-pool" && events === null ? formatSampleSize(entry.n) : "",
      };
    }
  }
}

function nameLabelPoolOfFigure(entry: Evidence): string {
  const isOfPool = entry.as === "label-pool" || (entry.as === "narrower" && entry.isPool);
  return isOfPool ? namePool(entry) : "";
}

function makeOtherOutcomeFields(entry: Evidence): Pick<EvidenceMark, "of" | "part"> {
  if (entry.as === "broader") return { of: "neurotoxicity", part: null };
  if (entry.as !== "narrower") return { of: "", part: null };
  return { of: uncapitalise(entry.of.label), part: formatRate(entry.estimate) };
}

function formatBound({ at, kind }: Bound): string {
  // The bound is rounded as the figure of the later month is, so that both read alike.
  return `${boundWords[kind].text} ${formatRate(at)}`;
}

const boundWords: Readonly<
  Record<Bound["kind"], { readonly text: string; readonly sign: string }>
> = {
  "at-least": { text: "at least", sign: "≥" },
  above: { text: "above", sign: ">" },
  about: { text: "about", sign: "≈" },
  below: { text: "below", sign: "<" },
};

/**
 * Sorts marks along the axis. A lower bound below a figure of the same drug is left out, because the rate of that trial
 * may be as high as the figure.
 */
export function dropBoundsBelowFiguresAndSort(marks: readonly EvidenceMark[]): EvidenceMark[] {
  return marks.filter((mark) => !isBoundBelowFigure(mark, marks)).sort(compareMarkPlaces);
}

/** Lists the drugs of marks, each once, in the order in which {@link makeNumberTextsFromMarks} lists their numbers. */
export function listDrugNamesOfMarks(marks: readonly EvidenceMark[]): string[] {
  return [...new Set([...dropBoundsBelowFiguresAndSort(marks), ...marks].map(({ name }) => name))];
}

/** Writes the number of marks: a single one with its interval, two as "<50 / 77", more as "≈50 … 70". */
export function makeNumberTextsFromMarks(marks: readonly EvidenceMark[]): {
  readonly number: string;
  readonly under: string;
} {
  const inOrder = dropBoundsBelowFiguresAndSort(marks);
  const [lowest, highest] = [inOrder.at(0), inOrder.at(-1)];
  if (!lowest || !highest) return { number: "", under: "" };
  if (lowest === highest) {
    return {
      number: formatMarkValue(lowest),
      under: makeIntervalTextAndBar(lowest.interval).under,
    };
  }
  return { number: joinFirstAndLastValues(inOrder.map(formatMarkValue)), under: "" };
}

/** Returns the text of a mark, with "≈50" for "about 50", because there is no room for words next to a mark. */
export function formatMarkValue({ kind, text }: EvidenceMark): string {
  if (!isBoundKind(kind)) return text;
  const words = boundWords[kind];
  return text.replace(`${words.text} `, words.sign);
}

/** Tells whether a mark is a limit or an estimate of survival at a month that its trial did not report. */
export function isBoundOfMonth({ kind, part }: EvidenceMark): boolean {
  return part === null && isBoundKind(kind);
}

const isBoundKind = (kind: MarkView["kind"]): kind is Bound["kind"] => kind in boundWords;

function isBoundBelowFigure({ kind, name, of, at }: EvidenceMark, marks: readonly EvidenceMark[]) {
  return (
    isLowerBound(kind) &&
    marks.some(
      (mark) => mark.name === name && mark.of === of && !isLowerBound(mark.kind) && at <= mark.at,
    )
  );
}

function isLowerBound(kind: MarkView["kind"]): boolean {
  return kind === "at-least" || kind === "above";
}

/** Writes a mark as a count. A figure without a count becomes a percentage, which nobody mistakes for patients. */
export function convertMarkToCountOrPercentage(mark: EvidenceMark): EvidenceMark {
  if (mark.count === "") return { ...mark, text: `${mark.text} %`, interval: null };
  const text = mark.kind === "at-least" ? `≥${mark.count}` : mark.count;
  return { ...mark, text, part: mark.part && mark.count, interval: null };
}

/** Returns the part of the axis that a mark covers; the arrow of a bound begins at the bound. */
export function placeSpanOfMark({ at, kind }: MarkView): readonly [lower: number, upper: number] {
  if (kind === "below") return [at - arrowLength, at];
  return isLowerBound(kind) ? [at, at + arrowLength] : [at, at];
}

/** Returns the smallest span that contains all spans. */
export function joinSpans(
  spans: readonly (readonly [number, number])[],
): readonly [lower: number, upper: number] {
  return [Math.min(...spans.map(([lower]) => lower)), Math.max(...spans.map(([, upper]) => upper))];
}
