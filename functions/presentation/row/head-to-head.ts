/** Writes the results of studies that compared treatments with each other, as printed. */

import type { HeadToHead, Row } from "#core/answer/answer.ts";
import type { ComparisonRow, ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import { flaws } from "#core/others/codes.ts";
import { findEventOfRatio, listResultFlaws } from "#core/others/head-to-head.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { figureTexts, listPrintedPartsOfFigure, nameMeasure } from "../words/figures-in-print.ts";
import { formatPlainNumber, formatPrintedPValue } from "../words/numbers.ts";
import { nameOutcome } from "../words/outcome-names.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  uncapitalise,
  writeSentence,
} from "../words/sentences.ts";

/**
 * Returns `effect`, such as "hazard ratio 0.42 (0.26 to 0.68)", and `favours`, such as "in favour of Ide-cel". Each is
 * empty if it is not printed.
 */
function makeContrastTexts({ of, against, effect, favours }: ComparisonRow): {
  readonly effect: string;
  readonly favours: string;
} {
  const better = favours === "against" ? (against ?? of) : of;
  return {
    effect:
      effect === null ? "" : figureTexts.effect(effect.measure, effect.value, effect.interval),
    favours: favours === null ? "" : `in favour of ${better.label}`,
  };
}

/**
 * Returns text such as `CAR-T: 90 of 696, 12.9 %; CAR-T v Bispecific antibody: hazard ratio 0.52 (0.4 to 0.67);
 * …`.
 */
function describeComparisonWithoutOutcome(
  row: ComparisonRow,
  { crossover }: Pick<ComparisonTable, "crossover">,
): string {
  const { of, against, effect } = row;
  const contrast = makeContrastTexts(row);
  const figures = listPrintedPartsOfFigure(row);
  const comparison = joinBySemicolons([
    effect !== null &&
      [contrast.effect, ...(isDeathHazardRatio(row) ? listCrossoverTexts(crossover) : [])].join(
        " ",
      ),
    effect !== null && describeEffectDirection(row, effect, nameOutcome(row.outcome), of.label),
    contrast.favours,
    row.k !== null && formatCountWithNoun(row.k, "comparison"),
    row.p !== null && formatPrintedPValue(row.p),
  ]);
  const sides = against === null ? of.label : `${of.label} v ${against.label}`;
  // A rate belongs to one side only, so it follows the name of that side.
  return joinBySemicolons([
    figures.length > 0 && `${of.label}: ${figures.join(", ")}`,
    comparison !== "" && (figures.length > 0 && against === null ? "" : `${sides}: `) + comparison,
    figures.length === 0 && comparison === "" && `${sides}: ${figureTexts.notPrinted}`,
  ]);
}

/** Words the events whose delay or rarity is a benefit; all other events are "more often" or "less often". */
const directions: Readonly<Record<string, { more: string; fewer: string }>> = {
  death: {
    more: "more deaths from any cause",
    fewer: "fewer deaths from any cause",
  },
  "progression or death": {
    more: "shorter without progression",
    fewer: "longer without progression",
  },
  "second progression or death": {
    more: "shorter until the second progression",
    fewer: "longer until the second progression",
  },
  "progression or death after a response": {
    more: "shorter remission",
    fewer: "longer remission",
  },
  "sustained worsening of symptoms": {
    more: "sooner until symptoms worsen",
    fewer: "longer until symptoms worsen",
  },
  "next treatment": {
    more: "shorter until the next treatment",
    fewer: "longer until the next treatment",
  },
};

/** States whether a side has more or fewer events; empty if the interval includes no difference. */
function describeEffectDirection(
  { outcome }: ComparisonRow,
  { measure, value, interval, moreEventsAbove }: NonNullable<ComparisonRow["effect"]>,
  name: string,
  side: string,
): string {
  const neutral = measure === "risk-difference" ? 0 : 1;
  const isOpen = interval !== null && interval[0] <= neutral && interval[1] >= neutral;
  if (isOpen || value === neutral) return "";
  const isMore = value > neutral === (moreEventsAbove === "of");
  const { more, fewer } = directions[findEventOfRatio(outcome)] ?? {
    more: `${name} more often`,
    fewer: `${name} less often`,
  };
  return `${isMore ? more : fewer} with ${side}`;
}

/**
 * Tells whether a row is a hazard ratio of deaths. Such a ratio needs the crossover with it: if control patients got
 * the product, it says little about deaths without the product.
 */
function isDeathHazardRatio({
  outcome,
  effect,
}: Pick<ComparisonRow, "outcome" | "effect">): boolean {
  return effect?.measure === "hazard-ratio" && findEventOfRatio(outcome) === "death";
}

/**
 * Returns a text for each row of crossover, to stand after a hazard ratio of deaths: "with crossover from standard
 * regimens in 56 % (to ide-cel, followed 30.9 months)".
 */
function listCrossoverTexts(rows: readonly ComparisonRow[]): string[] {
  return rows.map((row) => {
    const how = describeDefinitionAndFollowUp(row);
    const share = listPrintedPartsOfFigure(row).join(", ");
    return `with crossover from ${uncapitalise(row.of.label)} in ${share}${how && ` (${how})`}`;
  });
}

/**
 * States what was counted, at which month and at which data cut, as in "at 12 months, followed 15.9 months"; empty if
 * nothing is known.
 */
function describeDefinitionAndFollowUp({
  definition,
  month,
  followUpMonths,
}: Pick<ComparisonRow, "definition" | "month" | "followUpMonths">): string {
  return joinByCommas([
    definition,
    month !== undefined && `at ${formatPlainNumber(month)} months`,
    followUpMonths !== undefined && `followed ${formatPlainNumber(followUpMonths)} months`,
  ]);
}

/** Tells whether a comparison of deaths stands in a row of progression-free survival, for lack of a better row. */
export function isDeathComparisonUnderPfs(
  { event }: HeadToHead,
  { outcome }: Pick<Row, "outcome">,
): boolean {
  return event === "death" && parseSurvivalFamily(outcome) === "pfs";
}

/** Holds a published study that compared treatments, with its results. */
export interface ComparedStatement {
  readonly label: string;
  /** Describes the design and the two sides, as in "randomised · CAR-T and bispecific". */
  readonly kind: string;
  readonly results: readonly string[];
  /**
   * States what was not reported, whether diseases are mixed, how the study adjusted, and its flaws; otherwise empty.
   */
  readonly remarks: string;
  /** Lists each source once. */
  readonly sources: readonly { readonly citation: string; readonly href: string | null }[];
}

const designs: Readonly<Record<ComparisonTable["design"], string>> = {
  randomised: "randomised",
  matched: "matched",
  adjusted: "adjusted or indirect",
  sequence: "sequence",
  unadjusted: "not adjusted",
};

const contrasts: Readonly<Record<ComparisonTable["contrast"], string>> = {
  between: "CAR-T and bispecific",
  standard: "v standard therapy",
  within: "within one class",
  strategies: "orders or groups of treatment",
};

const flawTexts: Readonly<Record<(typeof flaws)[number], string>> = {
  "no-address": "Its source was seen without an address.",
  "contradicts-itself": "Some of its results are in conflict with each other.",
};

/** Returns a study that compared treatments in words: its design, results, remarks and sources. */
export function makeComparisonStatement(table: ComparisonTable): ComparedStatement {
  const { study, design, contrast, rows, notReported } = table;
  return {
    label: study.label,
    kind: `${designs[design]} · ${contrasts[contrast]}`,
    results: listComparisonResults(table).map(({ text }) => text),
    remarks: joinBySpaces([
      notReported.length > 0 &&
        `Not reported: ${notReported.map((id) => uncapitalise(nameOutcome(id))).join(", ")}.`,
      study.disease === "mixed" && "Not myeloma alone.",
      study.method !== null &&
        (design === "randomised" ? writeSentence(study.method) : `Adjustment: ${study.method}.`),
      ...flaws
        .filter((flaw) => rows.some((row) => listResultFlaws(row).includes(flaw)))
        .map((flaw) => flawTexts[flaw]),
    ]),
    sources: listComparisonSources(table).map(({ citation, href }) => ({ citation, href })),
  };
}

/** Lists the results of a study; `isAlone` marks a figure of one side that is compared with nothing. */
export function listComparisonResults(table: ComparisonTable) {
  return excludeMentionedCrossoverRows(table).map((row) => ({
    text: describeComparisonResult(row, table),
    isAlone: row.effect === null && row.favours === null && row.p === null,
  }));
}

/** Lists the rows of a study, without those of crossover if a ratio of deaths mentions them. */
function excludeMentionedCrossoverRows({ rows, crossover }: ComparisonTable): ComparisonRow[] {
  if (!rows.some(isDeathHazardRatio)) return rows;
  return rows.filter(({ outcome }) => !crossover.some((row) => row.outcome === outcome));
}

/** Lists the sources of all rows that are shown, each once. */
export function listComparisonSources({ rows, crossover }: ComparisonTable) {
  const sourced = rows.some(isDeathHazardRatio) ? [...rows, ...crossover] : rows;
  const sources = sourced.flatMap(({ source }) => source ?? []);
  return [...new Map(sources.map((source) => [source.citation, source])).values()];
}

export function describeComparisonResult(
  row: ComparisonRow,
  table: Pick<ComparisonTable, "crossover">,
): string {
  const name = joinByCommas([nameOutcome(row.outcome), describeDefinitionAndFollowUp(row)]);
  return `${name}: ${describeComparisonWithoutOutcome(row, table)}`;
}

const designsInLine = { randomised: "Randomised", matched: "Matched real-world cohorts" } as const;

/**
 * Returns text such as "0.61 and 0.62"; for three studies or more "0.50–0.62". Both ends have as many decimals as the
 * longer one.
 */
function formatRangeOfRatios({ lowest, highest, studies }: HeadToHead): string {
  if (lowest === highest) return formatPlainNumber(lowest);
  const ends = [lowest, highest];
  const decimals = Math.max(...ends.map((end) => String(end).split(".")[1]?.length ?? 0));
  return ends.map((end) => end.toFixed(decimals)).join(studies.length === 2 ? " and " : "–");
}

const doubtTexts: Readonly<Record<HeadToHead["doubts"][number], string>> = {
  "lived-to-infusion": "immortal-time bias: who got CAR-T had lived to infusion",
  overlapping: "they overlap",
  "news-only": "press reports only",
};

/**
 * Returns text such as "Matched real-world cohorts, CAR-T v bispecific: death hazard ratio 0.50–0.62 in 4 analyses;
 * immortal-time bias: who got CAR-T had lived to infusion; they overlap". A study that does not count gives the reason
 * in its own statement. A ratio is never translated into more or fewer events.
 */
export function describeHeadToHeadComparison(comparison: HeadToHead): string {
  const { design, event, label, measure, interval, studies, excludingOne } = comparison;
  const count = studies.length;
  const ends =
    interval === null
      ? ""
      : ` (${formatPlainNumber(interval[0])}–${formatPlainNumber(interval[1])})`;
  const name = event === "death" ? event : uncapitalise(label);
  const doubts = comparison.doubts.map((doubt) => doubtTexts[doubt]);
  return joinBySemicolons([
    `${designsInLine[design]}, CAR-T v bispecific: ${name} ${nameMeasure(measure)} ${formatRangeOfRatios(comparison)}${ends}${count > 1 ? ` in ${count} analyses` : ""}${count > 1 && excludingOne < count ? `, ${excludingOne === 0 ? "none" : excludingOne} of them clear of 1` : ""}`,
    ...doubts,
  ]);
}
