/**
 * Element `index` of a numeric array, for loops whose bounds are known to hold. It exists because
 * the compiler types every indexed read as possibly undefined; a check there would be dead code in
 * the innermost loops.
 */
export function read(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}
