/** Adds what published meta-analyses printed to the rows of an answer. */

import type { Comparison } from "#core/comparison/answer.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import { withPublished } from "#presentation/view/published.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";

export function withOthersPools<G extends string>(
  comparison: Comparison<G>,
  { detail, screen }: Pick<Catalogue, "detail" | "screen">,
): Comparison<G> {
  return withPublished(comparison, publishedRates, {
    published: detail.published,
    numbers: screen.numbers,
  });
}
