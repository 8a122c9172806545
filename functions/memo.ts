/** What was made lately, kept in the isolate: the same question asked again costs nothing. */
export function memo<T>(kept: number): (key: string, make: () => T) => T {
  const values = new Map<string, T>();
  return (key, make) => {
    const known = values.get(key);
    const value = known ?? make();
    // Asked last, dropped last.
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > kept && oldest !== undefined) values.delete(oldest);
    return value;
  };
}
