/** How well a source was reviewed, in words. */
import type { Catalogue } from "../words/catalogue.ts";

export function tierWords(tier: number, { detail }: Pick<Catalogue, "detail">): string {
  return detail.tier[tier] ?? "paper, regulator or label";
}
