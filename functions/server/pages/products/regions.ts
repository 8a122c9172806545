/** The regions that `/products` can be asked for: those whose approvals were collected. */
import { dataset } from "#core/dataset.ts";
import type { Approval } from "#data/schema.ts";
import { regions } from "#data/vocabulary.ts";
import { catalogue } from "#presentation/words/catalogue.ts";

export const productRegions = regions.filter((region) => dataset.approvalsIn.includes(region));

export type ProductRegion = (typeof regions)[number];

/** `United States`. The pages are in English only. */
export function regionName(region: Approval["region"]): string {
  return catalogue.record.named("region", region);
}
