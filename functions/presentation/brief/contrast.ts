/** CAR-T against bispecific antibodies, in the words of a statistician. */

import type { Comparison, Contrast, Interval, OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import { shownDifference } from "../view/shown-numbers.ts";
import type { ContrastWords, RatioText } from "../words/contract/brief.ts";
import type { Catalogue } from "../words/contract/catalogue.ts";
import type { Between } from "../words/contract/screen.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceWords, probability, ratio } from "../words/rates.ts";
import { intervalOfContrast } from "./numbers.ts";
import { whatOf } from "./pool.ts";

export interface Difference {
  value: number;
  interval: Interval;
  /** Digits of the two rates next to the difference, chosen so that they subtract to it. */
  digits: 0 | 1;
  between: Between;
  contrast: Contrast;
}

/** The difference as printed on the screen; `null` if there is none. */
export function differenceOf(row: OutcomeComparison): Difference | null {
  const shown = shownDifference(row);
  const [contrast] = row.contrasts;
  if (contrast === undefined || shown === null) return null;
  const { difference: value, interval, digits, between } = shown;
  return { value, interval, digits, between, contrast };
}

export function includesZero([lower, upper]: Interval): boolean {
  return lower <= 0 && upper >= 0;
}

/** A note if an end of the interval is not 0 but printed as 0, because readers could misread it. */
export function nearZero(interval: Interval, words: ContrastWords): string[] {
  const nearest = Math.min(...interval.map(Math.abs));
  return !includesZero(interval) && nearest < 0.5 ? [words.nearZero] : [];
}

export function contrastSentences(
  row: OutcomeComparison,
  { query }: Comparison,
  catalogue: Catalogue,
): string[] {
  const { brief, screen } = catalogue;
  const words = brief.contrast;
  const difference = differenceOf(row);
  if (difference === null) return [missing(row, query.model, words)];
  const what = whatOf(row, brief);
  const { contrast, value, interval, digits, between } = difference;
  const kind = between === "trials" ? "confidence" : intervalOfContrast(contrast);
  const { amount, range } = differenceWords(value, interval, digits, screen);
  return [
    words.difference({ amount: value === 0 ? null : amount, what, kind, range }),
    ...(between === "pools" ? [] : [words.between[between]]),
    ...(includesZero(interval) ? [words.includesZero(what)] : nearZero(interval, words)),
    ...ratioSentence(row, contrast, what, catalogue),
    ...chanceSentence(contrast, what, catalogue),
  ];
}

function missing(
  { pools, appliesTo, contrasts: [contrast] }: OutcomeComparison,
  model: string,
  words: ContrastWords,
): string {
  const [carT, bsab] = groups.map((group) => pools[group]);
  if (appliesTo.length < groups.length) return words.oneClass;
  if (contrast?.status === "not-representative") return words.notRepresentative;
  const both = carT?.estimate != null && bsab?.estimate != null;
  return both && model !== "bayes" ? words.otherModels : words.missing;
}

function ratioSentence(
  { outcome }: OutcomeComparison,
  contrast: Contrast,
  what: string,
  { brief: { contrast: words }, screen: { numbers } }: Catalogue,
): string[] {
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  const text = (value: number, [low, high]: Interval): RatioText => ({
    value: ratio(value, numbers),
    kind: intervalOfContrast(contrast),
    low: ratio(low, numbers),
    high: ratio(high, numbers),
  });
  if (oddsRatio !== null && interval !== null) return [words.odds(text(oddsRatio, interval), what)];
  if (hazardRatio === null || hazardRatioInterval === null) return [];
  const month = outcome.split("-")[1] ?? "";
  return [words.hazard(text(hazardRatio, hazardRatioInterval), month)];
}

function chanceSentence(
  { probabilityHigher, pValue }: Contrast,
  what: string,
  { brief: { contrast: words }, screen: { numbers } }: Catalogue,
): string[] {
  if (probabilityHigher !== null) {
    return [words.chance(what, probability(probabilityHigher, numbers))];
  }
  return pValue === null ? [] : [words.pValue(pValueText(pValue, numbers))];
}
