/** CAR-T against bispecific antibodies, in the words of a statistician. */

import type { Comparison, Contrast, Interval, OutcomeComparison } from "#core/comparison/answer.ts";
import { isKept } from "#core/comparison/verdict.ts";
import { groups } from "#core/evidence/classes.ts";
import { lostCheck } from "../view/lost-check.ts";
import { shownDifference } from "../view/shown-numbers.ts";
import { whyApart } from "../view/why-no-number.ts";
import type { Between, BriefWords, Catalogue } from "../words/catalogue.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceWords, probability, ratio } from "../words/rates.ts";
import type { RatioText } from "../words/told.ts";
import { namesOf } from "./names.ts";
import { intervalOfContrast } from "./numbers.ts";
import { whatOf } from "./pool.ts";

export interface Difference {
  value: number;
  interval: Interval;
  /** Whether the two rates do not subtract to it, as all three are whole numbers. */
  rounded: boolean;
  between: Between;
  contrast: Contrast;
}

/** The difference as printed on the screen; `null` if there is none. */
export function differenceOf(row: OutcomeComparison): Difference | null {
  const shown = shownDifference(row);
  const [contrast] = row.contrasts;
  if (contrast === undefined || shown === null) return null;
  const { difference: value, interval, rounded, between } = shown;
  return { value, interval, rounded, between, contrast };
}

export function includesZero([lower, upper]: Interval): boolean {
  return lower <= 0 && upper >= 0;
}

/** A note if an end of the interval is not 0 but printed as 0, because readers could misread it. */
export function nearZero(interval: Interval, words: BriefWords["contrast"]): string[] {
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
  const names = namesOf(row, catalogue);
  const { contrast, value, interval, rounded, between } = difference;
  const kind =
    between === "pools"
      ? intervalOfContrast(contrast)
      : between === "products"
        ? "confidence"
        : "approximate";
  const { amount: size, range } = differenceWords(value, interval, screen);
  const amount = value === 0 ? null : size;
  return [
    words.difference({ amount, what, names, rounded, kind, range }),
    ...(between === "pools" ? [] : [words.between[between]]),
    ...(includesZero(interval)
      ? [words.includesZero(what, contrast.strength !== null)]
      : [...nearZero(interval, words), ...checkSentences(contrast, catalogue)]),
    ...ratioSentence(row, contrast, what, catalogue),
    ...chanceSentence(row, contrast, what, catalogue),
  ];
}

/** Whether every check keeps the finding, and which one does not. */
function checkSentences(contrast: Contrast, { analyses, brief, screen }: Catalogue): string[] {
  if (isKept(contrast)) return [brief.contrast.kept];
  const lost = lostCheck(contrast, screen);
  if (lost === null) return [];
  const { check, there } = lost;
  const kind = intervalOfContrast(contrast);
  return [brief.contrast.lost(analyses.checkName(check), there && { kind, ...there })];
}

function missing(row: OutcomeComparison, model: string, words: BriefWords["contrast"]): string {
  const {
    pools,
    appliesTo,
    contrasts: [contrast],
  } = row;
  const [carT, bsab] = groups.map((group) => pools[group]);
  if (appliesTo.length < groups.length) return words.oneClass;
  if (contrast?.status === "not-representative") return words.notRepresentative(whyApart(row));
  const both = carT?.estimate != null && bsab?.estimate != null;
  return both && model !== "bayes" ? words.otherModels : words.missing;
}

function ratioSentence(
  row: OutcomeComparison,
  contrast: Contrast,
  what: string,
  catalogue: Catalogue,
): string[] {
  const { brief, screen } = catalogue;
  const { numbers } = screen;
  const words = brief.contrast;
  const names = namesOf(row, catalogue);
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  const text = (value: number, [low, high]: Interval): RatioText => ({
    value: ratio(value, numbers),
    kind: intervalOfContrast(contrast),
    low: ratio(low, numbers),
    high: ratio(high, numbers),
  });
  if (oddsRatio !== null && interval !== null) {
    return [words.odds(text(oddsRatio, interval), what, names)];
  }
  if (hazardRatio === null || hazardRatioInterval === null) return [];
  const month = row.outcome.split("-")[1] ?? "";
  return [words.hazard(text(hazardRatio, hazardRatioInterval), month, names)];
}

function chanceSentence(
  row: OutcomeComparison,
  { probabilityHigher, pValue }: Contrast,
  what: string,
  catalogue: Catalogue,
): string[] {
  const { brief, screen } = catalogue;
  const { numbers } = screen;
  const words = brief.contrast;
  if (probabilityHigher !== null) {
    const chance = probability(probabilityHigher, numbers);
    return [words.chance(what, chance, namesOf(row, catalogue))];
  }
  return pValue === null ? [] : [words.pValue(pValueText(pValue, numbers))];
}
