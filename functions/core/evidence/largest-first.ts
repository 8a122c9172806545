/** Comparator for sorting: large numbers first, unknown (`null`) ones last. */
export function largestFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}

/** Comparator of products: by their patients, then by name, so that the order is always the same. */
export function largestProductFirst(a: Ranked, b: Ranked): number {
  return largestFirst(a.n, b.n) || (a.product < b.product ? -1 : 1);
}

interface Ranked {
  readonly n: number | null;
  readonly product: string;
}
