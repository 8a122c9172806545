/** CAR-T against bispecific antibodies in words: the difference of a row, or why there is none. */
import type { Comparison, Contrast, Interval, OutcomeComparison } from "#core/comparison/answer.ts";
import { isKept } from "#core/comparison/verdict.ts";
import { groups } from "#core/evidence/classes.ts";
import { lostCheck } from "../view/lost-check.ts";
import { type ShownDifference, shownDifference } from "../view/shown-numbers.ts";
import { whyApart } from "../view/why-no-number.ts";
import type { Catalogue, ReportWords } from "../words/catalogue.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceWords, probability, ratio } from "../words/rates.ts";
import type { IntervalKind, OfClass } from "../words/told.ts";
import { namesOf, whatOf } from "./sides.ts";

/** Only the default model gives a probability. */
function intervalOfContrast({ probabilityHigher }: Contrast): IntervalKind {
  return probabilityHigher === null ? "confidence" : "credible";
}

function includesZero([lower, upper]: Interval): boolean {
  return lower <= 0 && upper >= 0;
}

/** Whether an end of the interval is not 0 but printed as 0, because readers could misread it. */
function endsNearZero(interval: Interval): boolean {
  return !includesZero(interval) && Math.min(...interval.map(Math.abs)) < 0.5;
}

function betweenSentence({ between }: ShownDifference, { contrast }: ReportWords): string[] {
  return between === "pools" ? [] : [contrast.between[between]];
}

/** The difference as on the screen, with its ratio and its probability. */
export function contrastSentences(
  row: OutcomeComparison,
  { query }: Comparison,
  catalogue: Catalogue,
): string[] {
  const { report, screen } = catalogue;
  const { contrast: words } = report;
  const shown = shownDifference(row);
  const [contrast] = row.contrasts;
  if (contrast === undefined || shown === null) return [noContrast(row, query.model, words)];
  const { difference, interval, rounded, between } = shown;
  const what = whatOf(row, report);
  const names = namesOf(row, catalogue);
  const kind =
    between === "pools"
      ? intervalOfContrast(contrast)
      : between === "products"
        ? "confidence"
        : "approximate";
  const { amount: size, range } = differenceWords(difference, interval, screen);
  const amount = difference === 0 ? null : size;
  return [
    words.difference({ amount, what, names, rounded, kind, range }),
    ...betweenSentence(shown, report),
    ...(includesZero(interval)
      ? [words.includesZero(what, contrast.strength !== null)]
      : [
          ...(endsNearZero(interval) ? [words.nearZero] : []),
          ...checkSentences(contrast, catalogue),
        ]),
    ...ratioSentence(row, contrast, what, catalogue),
    ...chanceSentence(contrast, what, names, catalogue),
  ];
}

/** Whether every check keeps the finding, and which one does not. */
function checkSentences(contrast: Contrast, { analyses, report, screen }: Catalogue): string[] {
  if (isKept(contrast)) return [report.contrast.kept];
  const lost = lostCheck(contrast, screen);
  if (lost === null) return [];
  const { check, there } = lost;
  const kind = intervalOfContrast(contrast);
  return [report.contrast.lost(analyses.checkName(check), there && { kind, ...there })];
}

function noContrast(row: OutcomeComparison, model: string, words: ReportWords["contrast"]): string {
  const {
    pools,
    appliesTo,
    contrasts: [contrast],
  } = row;
  if (appliesTo.length < groups.length) return words.oneClass;
  if (contrast?.status === "not-representative") return words.notRepresentative(whyApart(row));
  const both = groups.every((group) => pools[group].estimate !== null);
  return both && model !== "bayes" ? words.otherModels : words.missing;
}

function ratioSentence(
  row: OutcomeComparison,
  contrast: Contrast,
  what: string,
  catalogue: Catalogue,
): string[] {
  const { report, screen } = catalogue;
  const { numbers } = screen;
  const names = namesOf(row, catalogue);
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  const text = (value: number, [low, high]: Interval) => ({
    value: ratio(value, numbers),
    kind: intervalOfContrast(contrast),
    low: ratio(low, numbers),
    high: ratio(high, numbers),
  });
  if (oddsRatio !== null && interval !== null) {
    return [report.contrast.odds(text(oddsRatio, interval), what, names)];
  }
  if (hazardRatio === null || hazardRatioInterval === null) return [];
  const month = row.outcome.split("-")[1] ?? "";
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

/**
 * Only the range of the difference: the two rounded rates above may not subtract to the rounded
 * difference.
 */
export function plainDifference(row: OutcomeComparison, words: Catalogue): string[] {
  const { analyses, report, screen } = words;
  const { plain, contrast } = report;
  const shown = shownDifference(row);
  if (shown === null) return [];
  const { interval } = shown;
  const { range } = differenceWords(shown.difference, interval, screen);
  const what = whatOf(row, report);
  const names = namesOf(row, words);
  if (includesZero(interval)) return [plain.unclear(what, range, names)];
  const [first] = row.contrasts;
  const lost = first ? lostCheck(first, screen) : null;
  return [
    plain.more(interval[0] > 0 ? "car-t" : "bsab", what, range, names),
    ...betweenSentence(shown, report),
    ...(endsNearZero(interval) ? [contrast.nearZero] : []),
    ...(lost ? [plain.lost(analyses.checkName(lost.check), lost.there?.range ?? null)] : []),
  ];
}
