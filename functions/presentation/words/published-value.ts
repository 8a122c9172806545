/** Compares a value that a meta-analysis reported with the number here for the same question. */

import type { Agreement, Conclusion, PublishedFigure } from "#core/others/published-values.ts";
import { withNoun } from "./counts.ts";
import { plain } from "./numbers.ts";
import { printedPValue, pValueText } from "./ratios.ts";
import { joinedClauses, withCommas } from "./sentences.ts";

/** Returns text such as "80.5 (73.5–85.9)", "odds ratio 3.9 (1.8–8.8), P < 0.001", "no number". */
export function publishedText(value: Agreement): string {
  const { theirs, p } = value;
  return (
    withCommas([figureText(value, theirs), p.theirs && printedPValue(p.theirs)]) || "no number"
  );
}

/** Returns text such as "350 patients", "I² 61 %", as reported with the value. */
export function publishedDetails({ n, i2 }: Agreement): string[] {
  return [...(n === null ? [] : [withNoun(n, "patient")]), ...(i2 === null ? [] : [i2Text(i2)])];
}

function i2Text(percent: number): string {
  return `I² ${percent} %`;
}

/** Tells whether the same question has an answer here. */
export function isComparedHere({ ours, p }: Agreement): boolean {
  return ours !== null || p.ours !== null;
}

/** Returns the number here, as in "80.7 (73.7–86.2)"; empty if the question has no answer here. */
export function hereText(value: Agreement): string {
  const { ours, p } = value;
  return withCommas([ours && figureText(value, ours), p.ours !== null && pValueText(p.ours)]);
}

const conclusions: Readonly<Record<Conclusion, string>> = {
  yes: "same conclusion",
  no: "not the same conclusion",
  "direction only": "same direction, not the same conclusion",
};

/** Tells whether a published rate lies within the interval of the pool here; `null` without a pool. */
export function isInsideOurs({ measure, theirs, ours, cohorts }: Agreement): boolean | null {
  // The interval of one trial is not that of a pool, so it judges nothing.
  const isPool = cohorts.ours !== null && cohorts.ours > 1;
  if (measure !== "rate" || !isPool || theirs.value === null || !ours?.interval) return null;
  const [lower, upper] = ours.interval;
  return theirs.value >= lower && theirs.value <= upper;
}

/**
 * Returns text such as "reproduced to the digit", "published outside our interval", "same conclusion"; empty if nothing
 * can be judged.
 */
export function agreementText(value: Agreement): string {
  const { status, conclusion } = value;
  const isInside = isInsideOurs(value);
  const rate = isInside === null ? "" : `published ${isInside ? "inside" : "outside"} our interval`;
  return joinedClauses([
    status === "reproduced" ? "reproduced to the digit" : rate,
    conclusion ? conclusions[conclusion] : "",
  ]);
}

/** Returns text such as "8 of 14 groups of patients". */
export function extentText({ cohorts: { ours, theirs } }: Agreement): string {
  return `${ours ?? 0}${theirs === null ? "" : ` of ${theirs}`} groups of patients`;
}

/** Returns the figure by its measure; rates are per 100 patients. */
function figureText({ measure }: Agreement, { value, interval }: PublishedFigure): string {
  if (value === null) return "";
  if (measure === "events") return withNoun(value, "patient");
  const range = interval ? ` (${interval.map(inThreeDigits).join("–")})` : "";
  const text = `${inThreeDigits(value)}${range}`;
  if (measure === "median") return `median ${text} months`;
  return measure === "rate" ? text : `${measure} ${text}`;
}

/** Rounds a value to three digits, as in `80.5`, `0.048`. */
export function inThreeDigits(value: number): string {
  return plain(Number(value.toPrecision(3)));
}
