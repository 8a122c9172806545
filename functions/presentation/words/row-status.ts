/** States how certain the difference of a row is, in the same words on all surfaces. */

import type { Analysis, RowStatus } from "#core/answer/answer.ts";
import { nameProduct } from "./product-name.ts";
import { shortenRegion } from "./properties.ts";
import { formatDifferenceRange, makeDifferenceTexts } from "./rates.ts";
import { formatCountWithNoun } from "./sentences.ts";

export const analysisNames: Readonly<Record<Analysis["analysis"], string>> = {
  place: "Drugs labelled elsewhere",
  product: "Without any one drug",
  trial: "Without any one trial",
  dose: "Without dose finding",
  papers: "Papers and labels only",
  apheresed: "If all apheresed count",
  model: "Another model",
  "equal-age": "At equal age",
};

type NamedAnalysis = Pick<Analysis, "analysis" | "variant">;

/** Names what an analysis leaves out or changes: "EU labels only", "Without cilta-cel", "Without KarMMa". */
export function nameAnalysis({ analysis, variant }: NamedAnalysis): string {
  if (variant === null) return analysisNames[analysis];
  switch (analysis) {
    case "place":
      return variant === "approved" ? "Labelled anywhere" : `${shortenRegion(variant)} labels only`;
    case "product":
      return `Without ${nameProduct(variant)}`;
    case "trial":
      return `Without ${variant}`;
    default:
      return analysisNames[analysis];
  }
}

/** Returns text such as "all 6 analyses keep it", "1 of 6 analyses keep it", "no analysis possible". */
function describeCountOfKeepingAnalyses(keeps: number, made: number): string {
  if (made === 0) return "no analysis possible";
  if (keeps < made) return `${keeps} of ${formatCountWithNoun(made, "analysis")} keep it`;
  return made === 1 ? "the only analysis keeps it" : `all ${made} analyses keep it`;
}

const texts: Readonly<Record<Exclude<RowStatus["code"], "consistent" | "depends">, string>> = {
  unclear: "0 lies within",
  "not-compared": "not compared",
  "by-drug": "by drug",
  "not-reported": "not reported",
  // The row shows the patients of the only class instead, or states whom it is not for.
  "not-for": "",
  "one-class": "",
};

/**
 * Returns text such as "1 of 6 analyses keep it", "37 fewer to 3 more"; empty if a row needs no status text.
 *
 * @param interval The interval of the difference per 100 patients, which is the text where 0 lies within.
 */
export function describeRowStatus(
  { code, keeps, made }: RowStatus,
  interval: readonly [number, number] | null,
): string {
  if (code === "consistent" || code === "depends")
    return describeCountOfKeepingAnalyses(keeps ?? 0, made ?? 0);
  return code === "unclear" && interval ? formatDifferenceRange(interval) : texts[code];
}

export function isLostInSomeAnalysis({ keeps, made }: Pick<RowStatus, "keeps" | "made">): boolean {
  return keeps !== null && keeps < (made ?? 0);
}

const limitTexts: Readonly<Record<NonNullable<RowStatus["limit"]>, string>> = {
  "few-analyses": "Few analyses possible",
  "two-trials": "Two trials on a side",
  "apheresed-not-found": "All apheresed not reported",
  "not-each-drug": "Not made without each drug",
};

/**
 * Returns the analysis that counts most, as in "If all apheresed count: 7 more (10 fewer to 20 more)"; if all analyses
 * keep the difference, what limits them, as in "Few analyses possible"; empty for any other row.
 */
export function describeDecisiveReason({
  reason,
  limit,
}: Pick<RowStatus, "reason" | "limit">): string {
  if (limit !== null) return limitTexts[limit];
  if (reason === null) return "";
  const { differencePer100: difference, differenceInterval: interval } = reason;
  if (difference === null) return nameAnalysis(reason);
  const { amount, range } = makeDifferenceTexts(difference, interval ?? [difference, difference]);
  return `${nameAnalysis(reason)}: ${interval === null ? amount : `${amount} (${range})`}`;
}

/** States that an analysis loses the difference, and why. */
export const lossTexts: Readonly<Record<NonNullable<Analysis["lossReason"]>, string>> = {
  smaller: "reaches 0: smaller",
  "fewer-trials": "reaches 0: same size, fewer trials",
  wider: "reaches 0: same size, less certain",
  "another-model": "reaches 0",
  reversed: "reversed",
};
