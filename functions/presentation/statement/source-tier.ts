/** How well a source was reviewed, in words. */
import { catalogue } from "../words/catalogue.ts";

const { detail } = catalogue;

export function tierWords(tier: number): string {
  return detail.tier[tier] ?? "paper, regulator or label";
}
