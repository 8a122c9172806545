/** Returns whether a value from outside is an object with these names, whatever they hold. */
export function hasFields<Name extends string>(
  value: unknown,
  ...names: Name[]
): value is Readonly<Record<Name, unknown>> {
  return typeof value === "object" && value !== null && names.every((name) => name in value);
}
