/** CAR-T against bispecific antibodies in words: the difference of a row, or why there is none. */
import type { Contrast, Interval } from "#core/answer/answer.ts";
import { monthOf } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import {
  type DifferenceNumbers,
  differenceOf,
  strengthOf,
  whyNotCompared,
} from "../statement/difference.ts";
import { displayedRateOf } from "../statement/displayed-rate.ts";
import { studyWordOf } from "../statement/headline-outcome.ts";
import type { OfClass } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceWords } from "../words/rates.ts";
import { probability, ratio } from "../words/ratios.ts";
import { capitalised } from "../words/sentences.ts";
import { namesOf, whatOf } from "./sides.ts";

/** The difference as on the screen, and how it stood the checks. */
export function findingSentences(
  row: ApiRow,
  comparison: ApiComparison,
  catalogue: Catalogue,
): string[] {
  const { report, screen } = catalogue;
  const { contrast: words } = report;
  const told = differenceOf(row);
  if (!told) return [noContrast(row, comparison, catalogue)];
  const { difference, interval, kind, includesZero } = told;
  const what = whatOf(row, report);
  const names = namesOf(row, catalogue);
  const { amount: size, range } = differenceWords(difference, interval, screen);
  const amount = difference === 0 ? null : size;
  const strength = strengthOf(told, screen);
  return [
    words.difference({ amount, what, names, kind, range }),
    includesZero ? words.includesZero(what) : strength && `${capitalised(strength)}.`,
  ].filter(Boolean);
}

/** The same as a ratio, and its probability. */
export function ratioSentences(row: ApiRow, catalogue: Catalogue): string[] {
  const told = differenceOf(row);
  if (!told) return [];
  const what = whatOf(row, catalogue.report);
  return [
    ...ratioSentence(row, told, what, catalogue),
    ...chanceSentence(told.contrast, what, namesOf(row, catalogue), catalogue),
  ];
}

function noContrast(
  row: ApiRow,
  { query }: ApiComparison,
  { report: { contrast: words }, screen }: Catalogue,
): string {
  if (row.appliesTo.length < therapyClasses.length) return words.oneClass;
  const why = whyNotCompared(row, studyWordOf(query), screen);
  if (why) return words.notCompared(why);
  const haveBoth = therapyClasses.every((group) => displayedRateOf(row, group) !== null);
  return haveBoth && query.model !== "bayes" ? words.otherModels : words.missing;
}

function ratioSentence(
  row: ApiRow,
  { contrast, kind }: DifferenceNumbers,
  what: string,
  catalogue: Catalogue,
): string[] {
  const { report, screen } = catalogue;
  const { numbers } = screen;
  const names = namesOf(row, catalogue);
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  const text = (value: number, [low, high]: Interval) => ({
    value: ratio(value, numbers),
    kind,
    low: ratio(low, numbers),
    high: ratio(high, numbers),
  });
  if (oddsRatio !== null && interval !== null) {
    return [report.contrast.odds(text(oddsRatio, interval), what, names)];
  }
  if (hazardRatio === null || hazardRatioInterval === null) return [];
  const month = monthOf(row.outcome);
  return [report.contrast.hazard(text(hazardRatio, hazardRatioInterval), month, names)];
}

function chanceSentence(
  { probabilityHigher, pValue }: Contrast,
  what: string,
  names: OfClass,
  { report, screen: { numbers } }: Catalogue,
): string[] {
  if (probabilityHigher !== null) {
    return [report.contrast.chance(what, probability(probabilityHigher, numbers), names)];
  }
  return pValue === null ? [] : [report.contrast.pValue(pValueText(pValue, numbers))];
}
