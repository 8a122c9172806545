/**
 * What was made lately, kept in the isolate: the same question asked again costs nothing.
 * Bounded by size, because answers differ in size a hundredfold and an isolate has 128 MB.
 */
export function memo<T>(
  most: number,
  sizeOf: (value: T) => number,
): (key: string, make: () => T) => T {
  const values = new Map<string, T>();
  let size = 0;
  const drop = (key: string, value: T) => {
    values.delete(key);
    size -= sizeOf(value);
  };
  return (key, make) => {
    const known = values.get(key);
    const value = known ?? make();
    if (known !== undefined) drop(key, known);
    // One value that would push out a tenth of the others is not worth keeping.
    if (sizeOf(value) > most / 10) return value;
    values.set(key, value);
    size += sizeOf(value);
    for (const [oldest, one] of values) {
      if (size <= most) break;
      drop(oldest, one);
    }
    return value;
  };
}

/** Characters; a string may take two bytes for each. */
export const textSize = (text: string): number => text.length;
