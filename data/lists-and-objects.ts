/** Picks fields of objects, and groups and compares the members of lists. */

export function pick<Whole, Key extends keyof Whole>(
  whole: Whole,
  keys: readonly Key[],
): Pick<Whole, Key> {
  return Object.fromEntries(keys.map((key) => [key, whole[key]])) as Pick<Whole, Key>;
}

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

/** Returns whether a value from outside is an object with these names, whatever they hold. */
export function hasFields<Name extends string>(
  value: unknown,
  ...names: Name[]
): value is Readonly<Record<Name, unknown>> {
  return typeof value === "object" && value !== null && names.every((name) => name in value);
}

/** Returns whether two regimens give the same drugs with a product, in any order. */
export function areSameDrugs(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
