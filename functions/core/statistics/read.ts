/**
 * Element `index` of a numeric array, for loops whose indices are known to be valid. TypeScript
 * types every indexed read as possibly undefined, and a check would be dead code in the innermost
 * loops.
 */
export function read(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}
