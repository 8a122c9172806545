/** Returns whether two regimens give the same drugs with a product, in whatever order they are named. */
export function sameDrugs(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}
