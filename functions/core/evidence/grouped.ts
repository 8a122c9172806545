/** The members of a list that share a key, the first of each in the order of the list; none is empty. */
export function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => string | number | null,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string | number | null, [T, ...T[]]>();
  for (const one of all) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
