/** An element at an index that is valid: a check would be dead code in the innermost loops. */
export function read(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}
