/** The regions that `/products` can be asked for: those whose approvals were collected. */
import type { Approval } from "#data/schema.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { catalogue } from "#presentation/words/catalogue.ts";

export const productRegions = labelRegions;

export type ProductRegion = (typeof labelRegions)[number];

/** `United States`. The pages are in English only. */
export function regionName(region: Approval["region"]): string {
  return catalogue.record.named("region", region);
}
