/**
 * Returns the element at an index that is known to be valid. It replaces a check that would slow down innermost
 * loops.
 */
export function read(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}
