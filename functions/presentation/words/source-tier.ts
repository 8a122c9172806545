/** How well a source was reviewed, in words. */
import { detail } from "./detail.ts";

export function tierWords(tier: number): string {
  return detail.tier[tier] ?? "paper, regulator or label";
}
