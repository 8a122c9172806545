/** Items grouped by their reason, the most frequent first. */
export function byReason<T>(
  items: readonly T[],
  reasonOf: (item: T) => string,
): readonly (readonly [reason: string, items: readonly T[]])[] {
  const reasons = [...new Set(items.map(reasonOf))];
  return reasons
    .map((reason) => [reason, items.filter((item) => reasonOf(item) === reason)] as const)
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}
