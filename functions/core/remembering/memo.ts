/**
 * What was made lately, kept in the isolate: the same question asked again costs nothing.
 * Bounded by size, because answers differ in size a hundredfold and an isolate has 128 MB.
 */
export interface Memo<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function memo<T>(most: number, sizeOf: (value: T) => number): Memo<T> {
  const values = new Map<string, T>();
  let size = 0;
  const drop = (key: string, value: T) => {
    values.delete(key);
    size -= sizeOf(value);
  };
  const keep = (key: string, value: T) => {
    values.set(key, value);
    size += sizeOf(value);
  };
  return {
    get(key) {
      const known = values.get(key);
      if (known === undefined) return undefined;
      // The map keeps the order of insertion: what is asked for goes to its end.
      values.delete(key);
      values.set(key, known);
      return known;
    },
    set(key, value) {
      const known = values.get(key);
      if (known !== undefined) drop(key, known);
      // One value that would push out a tenth of the others is not worth keeping.
      if (sizeOf(value) > most / 10) return;
      keep(key, value);
      for (const [oldest, one] of values) {
        if (size <= most) break;
        drop(oldest, one);
      }
    },
  };
}
