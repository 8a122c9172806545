/** The regions that `/products` can be asked for: those with an approval in the data. */
import type { Approval } from "#data/schema.ts";
import { english } from "#presentation/words/catalogues.ts";

export const productRegions = [
  "us",
  "eu",
  "ch",
  "gb",
  "il",
  "cn",
  "hk",
  "mo",
  "jp",
] as const satisfies readonly Approval["region"][];

export type ProductRegion = (typeof productRegions)[number];

/** `United States`. The pages are in English only. */
export function regionName(region: Approval["region"]): string {
  return english.record.named("region", region);
}
