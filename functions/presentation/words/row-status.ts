/** States what the trials of a row show, and what would change its difference, in the same words on all surfaces. */

import type { Analysis, RowStatus } from "#core/answer/answer.ts";
import { className } from "./names.ts";
import { nameProduct } from "./product-name.ts";
import { shortenRegion } from "./properties.ts";
import { formatEnds, formatMoreOrFewer } from "./rates.ts";

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

/**
 * Returns the analysis that would change the difference, as in "If all apheresed count: CAR-T 7 more (10 fewer to 20
 * more)"; empty if none would.
 */
export function describeChange({ changedBy }: Pick<RowStatus, "changedBy">): string {
  if (changedBy === null) return "";
  const { differencePer100: difference, differenceInterval: interval } = changedBy;
  const name = nameAnalysis(changedBy);
  if (difference === null || interval === null) return name;
  return `${name}: ${className["car-t"]} ${formatMoreOrFewer(difference)} (${formatEnds(interval)})`;
}
