/** How well a source was reviewed, in words. */
import type { Catalogue } from "../words/catalogue.ts";

export function tierWords(
  tier: number,
  { report, detail }: Pick<Catalogue, "report" | "detail">,
): string {
  return detail.tier[tier] ?? report.references.usualTier;
}
