/** Whether two regimens give the same with a product, in whatever order it is named. */
export function sameDrugs(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}
