/** CAR-T against bispecific antibodies in words: the difference of a row, or why there is none. */
import type { Comparison, Contrast, Interval, OutcomeComparison } from "#core/comparison/answer.ts";
import { monthOf } from "#data/landmarks.ts";
import {
  type DifferenceStatement,
  differenceOf,
  type ToldDifference,
} from "../statement/difference.ts";
import { lostCheck } from "../statement/lost-check.ts";
import { whyApart } from "../statement/missing.ts";
import type { Catalogue, ReportWords } from "../words/catalogue.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceWords } from "../words/rates.ts";
import { probability, ratio } from "../words/ratios.ts";
import type { OfClass } from "../words/told.ts";
import { namesOf, whatOf } from "./sides.ts";

/** The difference as on the screen, and whether it holds. */
export function findingSentences(
  row: OutcomeComparison,
  { query }: Comparison,
  catalogue: Catalogue,
): string[] {
  const { report, screen } = catalogue;
  const { contrast: words } = report;
  const told = differenceOf(row, query);
  if (!("contrast" in told)) return [noContrast(told, row, words)];
  const { difference, interval, rounded, kind, contrast } = told;
  const what = whatOf(row, report);
  const names = namesOf(row, catalogue);
  const { amount: size, range } = differenceWords(difference, interval, screen);
  const amount = difference === 0 ? null : size;
  return [
    words.difference({ amount, what, names, rounded, kind, range }),
    ...betweenSentence(told, words),
    ...(told.includesZero
      ? [words.includesZero(what, contrast.strength !== null)]
      : [...(told.endsNearZero ? [words.nearZero] : []), ...checkSentences(told, catalogue)]),
  ];
}

/** The same as a ratio, and its probability. */
export function ratioSentences(
  row: OutcomeComparison,
  { query }: Comparison,
  catalogue: Catalogue,
): string[] {
  const told = differenceOf(row, query);
  if (!("contrast" in told)) return [];
  const what = whatOf(row, catalogue.report);
  return [
    ...ratioSentence(row, told, what, catalogue),
    ...chanceSentence(told.contrast, what, namesOf(row, catalogue), catalogue),
  ];
}

function betweenSentence({ between }: ToldDifference, words: ReportWords["contrast"]): string[] {
  return between === "pools" ? [] : [words.between[between]];
}

/** Whether every check keeps the finding, and which one does not. */
function checkSentences(
  { kept, contrast, kindOfRatio: kind }: ToldDifference,
  { analyses, report, screen }: Catalogue,
): string[] {
  if (kept) return [report.contrast.kept];
  const lost = lostCheck(contrast, screen);
  if (lost === null) return [];
  const { check, there } = lost;
  return [report.contrast.lost(analyses.checkName(check), there && { kind, ...there })];
}

function noContrast(
  { what }: Exclude<DifferenceStatement, ToldDifference>,
  row: OutcomeComparison,
  words: ReportWords["contrast"],
): string {
  switch (what) {
    case "one-sided":
      return words.oneClass;
    case "refused":
      return words.notRepresentative(whyApart(row));
    case "other-models":
      return words.otherModels;
    case "missing":
      return words.missing;
  }
}

function ratioSentence(
  row: OutcomeComparison,
  { contrast, kindOfRatio: kind }: ToldDifference,
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
