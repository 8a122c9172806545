/** The cohorts of each product, for what the first answers do not need. */
import type { Entry } from "../evidence/gather.ts";

export function byProduct<E extends Entry>(
  entries: readonly E[],
): { product: string; own: readonly E[] }[] {
  const products = new Set(entries.map(({ cohort }) => cohort.product));
  return [...products].map((product) => ({
    product,
    own: entries.filter(({ cohort }) => cohort.product === product),
  }));
}
