/** States what the trials of a row show, and what would change its difference, in the same words on all surfaces. */

import type { Analysis, RowStatus } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { StudyWord } from "./names.ts";
import { nameProduct } from "./product-name.ts";
import { shortenRegion } from "./properties.ts";
import { formatRateInterval, makeDifferenceTexts } from "./rates.ts";
import { pluralise } from "./sentences.ts";

export const analysisNames: Readonly<Record<Analysis["analysis"], string>> = {
  trial: "Without any one trial",
  product: "Without any one drug",
  "product-once": "Each drug counted once",
  apheresed: "If all apheresed count",
  place: "Drugs labelled elsewhere",
  dose: "Without dose finding",
  papers: "Papers and labels only",
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

const texts: Readonly<Record<RowStatus["code"], string>> = {
  apart: "",
  overlap: "",
  "one-trial": "not compared",
  "not-compared": "not compared",
  "by-drug": "by drug",
  "not-reported": "not reported",
  // The row shows the patients of the only class instead, or states whom it is not for.
  "not-for": "",
  "one-class": "",
};

/** Returns why a row has no difference, as in "not compared"; empty if it has one, or says so elsewhere. */
export function describeRowStatus({ code }: Pick<RowStatus, "code">): string {
  return texts[code];
}

/** Returns the rates by trial where they are apart, as in "By trial 5–35 v 0–1 of 100 (4 v 3 trials)"; else empty. */
export function describeByTrial(
  { code, ranges, onlySelected }: RowStatus,
  noun: StudyWord,
): string {
  const [a, b] = therapyClasses.map((group) => ranges[group]);
  if (code !== "apart" || !a || !b) return "";
  const [carT, bsab] = [a, b].map(({ lower, upper }) => formatRateInterval([lower, upper]));
  const limit = onlySelected ? ", not apart over all labelled drugs" : "";
  return `By ${noun} ${carT} v ${bsab} of 100 (${a.trials} v ${b.trials} ${pluralise(noun)})${limit}`;
}

/**
 * Returns the analysis that would change the difference, as in "If all apheresed count: 7 more (10 fewer to 20 more)";
 * empty if none would.
 */
export function describeChange({ changedBy }: Pick<RowStatus, "changedBy">): string {
  if (changedBy === null) return "";
  const { differencePer100: difference, differenceInterval: interval } = changedBy;
  if (difference === null) return nameAnalysis(changedBy);
  const { amount, range } = makeDifferenceTexts(difference, interval ?? [difference, difference]);
  return `${nameAnalysis(changedBy)}: ${interval === null ? amount : `${amount} (${range})`}`;
}
