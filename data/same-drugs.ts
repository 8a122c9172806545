/** Returns whether two regimens give the same drugs with a product, in any order. */
export function areSameDrugs(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
