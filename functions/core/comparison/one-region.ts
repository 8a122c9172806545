/** Which of the pooled products a hospital can give in one region of the world only. */
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../question/query.ts";
import type { AnswerCaution } from "./coded-remarks.ts";

/** Only for questions that name no region: otherwise the region is that of who asks. */
export function oneRegion(
  { availability }: Query,
  entries: readonly Entry[],
  products: Dataset["products"],
): Extract<AnswerCaution, { code: "one-region" }>[] {
  if (availability !== "approved") return [];
  const found = new Map<string, string[]>();
  for (const { slug, approvedIn } of products) {
    // Hong Kong and Macao are parts of a region that counts, with regulators of their own.
    const [region, another] = approvedIn.filter((one) => !/hk|mo/.test(one));
    if (region && !another && entries.some(({ cohort }) => cohort.product === slug)) {
      found.set(region, [...(found.get(region) ?? []), slug]);
    }
  }
  return [...found].map(([region, own]) => ({ code: "one-region", region, products: own }));
}
