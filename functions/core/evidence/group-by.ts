/** Groups the members of a list by key, in the order in which the keys first occur. No group is empty. */
export function groupBy<T>(
  all: readonly T[],
  keyOf: (member: T) => string | number | null,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string | number | null, [T, ...T[]]>();
  for (const member of all) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return [...groups.values()];
}
