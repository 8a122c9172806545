/** Handles products: their cohorts, their order, and series that did not tell them apart. */
import { groupBy } from "./group-by.ts";

/**
 * Joins, in the slug of a series that did not tell products apart, the slugs of the products; a rule of the data
 * holds this.
 */
const productSeparator = "-or-";

/** Returns the slugs of all products of a series: one, unless the series did not tell several products apart. */
export function listProductSlugs(slug: string): string[] {
  return slug.split(productSeparator);
}

/** Compares numbers for sorting: large numbers first, unknown (`null`) ones last. */
export function compareLargestFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}

/** Compares products for sorting: by their patients, then by name, so that the order is always the same. */
export function compareProductsBySize(a: Ranked, b: Ranked): number {
  return compareLargestFirst(a.n, b.n) || (a.product < b.product ? -1 : 1);
}

interface Ranked {
  readonly n: number | null;
  readonly product: string;
}

export function groupByProduct<E extends { readonly cohort: { readonly product: string } }>(
  entries: readonly E[],
): { product: string; entries: readonly E[] }[] {
  return groupBy(entries, ({ cohort }) => cohort.product).map((ofProduct) => ({
    product: ofProduct[0].cohort.product,
    entries: ofProduct,
  }));
}
