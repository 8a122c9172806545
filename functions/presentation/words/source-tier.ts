/** Writes texts on how well sources and answers were reviewed, and on unreported figures. */

/** Names the tiers of sources that are reviewed less than usual. */
export const lowerTiers: Readonly<Record<number, string>> = {
  2: "company, congress or review",
  3: "trade news",
  4: "unreviewed",
};

export function describeSourceTier(tier: number): string {
  return lowerTiers[tier] ?? "paper, regulator or label";
}

export const notReviewed = "Not yet reviewed by a clinician.";

/** This text stands for what the sources that could be read do not report, instead of a blank, a dash or a zero. */
export const notFound = "not found";
