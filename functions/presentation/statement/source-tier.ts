/** How well a source was reviewed, in words. */
import { catalogue } from "../words/catalogue.ts";

const { detail, report } = catalogue;

export function tierWords(tier: number): string {
  return detail.tier[tier] ?? report.references.usualTier;
}
