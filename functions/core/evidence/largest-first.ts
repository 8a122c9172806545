/** Comparator for sorting: large numbers first, unknown (`null`) ones last. */
export function largestFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}
