/** CAR-T against bispecific antibodies, in the words of a statistician. */

import type { Comparison, Contrast, Interval, OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import { en } from "../words/english/screen.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceWords, probability, ratio, reconcile } from "../words/rates.ts";
import { intervalOfContrast, ratioEnds } from "./numbers.ts";
import { patientsOf } from "./pool.ts";

export interface Difference {
  value: number;
  interval: Interval;
  /** For the two rates beside it, so that they subtract. */
  digits: 0 | 1;
  contrast: Contrast;
}

/** The difference as the screen prints it; `null` when there is none. */
export function differenceOf({
  pools,
  contrasts: [contrast],
}: OutcomeComparison): Difference | null {
  const [carT, bsab] = groups.map((group) => pools[group].estimate);
  const { differencePer100, differenceInterval: interval } = contrast ?? {};
  if (contrast === undefined || carT == null || bsab == null) return null;
  if (differencePer100 == null || interval == null) return null;
  const { difference: value, digits } = reconcile(carT, bsab, differencePer100);
  return { value, interval, digits, contrast };
}

export function includesZero([lower, upper]: Interval): boolean {
  return lower <= 0 && upper >= 0;
}

/** An end that is printed as 0 and is not: somebody could take it for zero, or overlook it. */
export function nearZero(interval: Interval): string[] {
  const nearest = Math.min(...interval.map(Math.abs));
  return !includesZero(interval) && nearest < 0.5 ? ["The interval ends just short of zero."] : [];
}

export function contrastSentences(row: OutcomeComparison, { query }: Comparison): string[] {
  const difference = differenceOf(row);
  const what = `${patientsOf(row)} ${row.phrase}`;
  if (difference === null) return [missing(row, query.model)];
  const { contrast, interval } = difference;
  const kind = intervalOfContrast(contrast);
  return [
    differenceSentence(difference, what, kind),
    ...(includesZero(interval)
      ? [`The interval includes zero: these data do not tell with which class more ${what}.`]
      : nearZero(interval)),
    ...ratioSentence(row, contrast, what, kind),
    ...chanceSentence(contrast, what),
  ];
}

function missing({ pools, appliesTo }: OutcomeComparison, model: string): string {
  const [carT, bsab] = groups.map((group) => pools[group]);
  if (appliesTo.length < groups.length)
    return "There is nothing to compare: the outcome is one of CAR-T alone.";
  const both = carT?.estimate != null && bsab?.estimate != null;
  if (both && model !== "bayes") {
    return "The classes cannot be contrasted: one of them had no answer by the model asked for, and numbers of two models are not subtracted.";
  }
  return "The classes cannot be contrasted without a number for each.";
}

function differenceSentence({ value, interval, digits }: Difference, what: string, kind: string) {
  const { amount, range } = differenceWords(value, interval, digits, en);
  const size = value === 0 ? "as many" : `${amount} of 100`;
  const than = value === 0 ? "as" : "than";
  return `Difference: ${size} ${what} with CAR-T ${than} with bispecific antibodies (${kind} ${range}).`;
}

function ratioSentence(
  { outcome }: OutcomeComparison,
  { oddsRatio, interval, hazardRatio, hazardRatioInterval }: Contrast,
  what: string,
  kind: string,
): string[] {
  if (oddsRatio !== null && interval !== null) {
    return [
      `Odds ratio, CAR-T against bispecific antibodies: ${ratio(oddsRatio)} (${kind} ${ratioEnds(interval)}); above 1 means that more ${what} with CAR-T.`,
    ];
  }
  if (hazardRatio === null || hazardRatioInterval === null) return [];
  const month = outcome.split("-")[1] ?? "";
  return [
    `Ratio of cumulative hazards at month ${month} (the hazard ratio, if hazards are proportional), CAR-T against bispecific antibodies: ${ratio(hazardRatio)} (${kind} ${ratioEnds(hazardRatioInterval)}); below 1 means fewer events with CAR-T.`,
  ];
}

function chanceSentence({ probabilityHigher, pValue }: Contrast, what: string): string[] {
  if (probabilityHigher !== null) {
    return [
      `Probability that more ${what} with CAR-T, if the cohorts were comparable: ${probability(probabilityHigher)}.`,
    ];
  }
  return pValue === null
    ? []
    : [`Two-sided ${pValueText(pValue)}, if the cohorts were comparable.`];
}
