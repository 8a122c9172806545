/** Describes a number that a meta-analysis printed, and the number here for the same question. */

import type { PublishedFigure, PublishedValue } from "#core/answer/compare-with-published.ts";
import type { Published } from "#data/schema.ts";
import { formatPlainNumber, formatPrintedPValue } from "./numbers.ts";
import { joinByCommas, joinBySpaces } from "./sentences.ts";

/** Returns "Roex 2020", else the first author with the year, else the title with its journal. */
export function namePublication({
  set = null,
  citation,
  year,
}: Pick<Published, "citation" | "year"> & Partial<Pick<Published, "set">>): string {
  if (set) return set.name;
  const [, author] = /^([^,.]+?)(?: [A-Z]+)?, (?:[^.]*, )?et al\./.exec(citation) ?? [];
  return author === undefined
    ? citation.replace(/(?: \[.*|\.)$/, "")
    : joinBySpaces([author, year === null ? "" : `${year}`]);
}

/** Returns text such as "80.5 (73.5–85.9)", "odds ratio 3.9 (1.8–8.8), P < 0.001". */
export function describePublishedValue({ measure, theirs, p }: PublishedValue): string {
  return joinByCommas([describeFigureWithInterval(theirs, measure), p && formatPrintedPValue(p)]);
}

/** Returns text such as "80.7 (73.7–86.2)", "no number". */
export function describeOurValue({ measure, ours }: PublishedValue): string {
  return ours ? describeFigureWithInterval(ours, measure) : "no number";
}

/** Returns text such as "8 of 14 groups of patients"; empty without a number here. */
export function describeOurPatientGroupCount({ ours, cohorts }: PublishedValue): string {
  if (!ours) return "";
  return `${cohorts.ours}${cohorts.theirs === null ? "" : ` of ${cohorts.theirs}`} groups of patients`;
}

/** Returns text such as "agrees", "conclusion lost"; empty where nothing can be judged. */
export function describeAgreementVerdict({ verdict, theirs }: PublishedValue): string {
  switch (verdict) {
    case null:
      return "";
    case "agrees":
      return "agrees";
    case "outside":
      return theirs.interval ? "outside the published interval" : "published outside our interval";
    case "lost":
      return "conclusion lost";
    case "gained":
      return "conclusion only here";
  }
}

const measures = {
  rate: "",
  "odds-ratio": "odds ratio ",
  "hazard-ratio": "hazard ratio ",
} as const;

function describeFigureWithInterval(
  { value, interval }: PublishedFigure,
  measure: PublishedValue["measure"],
): string {
  const format = measure === "rate" ? formatRateInThreeDigits : formatThreeSignificantDigits;
  const range = interval ? ` (${interval.map(format).join("–")})` : "";
  return `${measures[measure]}${format(value)}${range}`;
}

/** Writes a rate of 0 to 1 in patients of 100 with three digits, as meta-analyses print it: `80.5`. */
export function formatRateInThreeDigits(rate: number): string {
  return formatThreeSignificantDigits(100 * rate);
}

function formatThreeSignificantDigits(value: number): string {
  return formatPlainNumber(Number(value.toPrecision(3)));
}
