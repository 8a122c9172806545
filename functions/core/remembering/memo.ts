/**
 * A least-recently-used cache in the memory of the isolate, so that a repeated question costs
 * nothing. It is limited by size and not by number, because answers differ in size by a factor of a
 * hundred and an isolate has 128 MB.
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
      // A map keeps the order of insertion. Moving the entry to the end marks it as recently used.
      values.delete(key);
      values.set(key, known);
      return known;
    },
    set(key, value) {
      const known = values.get(key);
      if (known !== undefined) drop(key, known);
      // A value that would displace a tenth of the cache is not worth keeping.
      if (sizeOf(value) > most / 10) return;
      keep(key, value);
      for (const [oldest, one] of values) {
        if (size <= most) break;
        drop(oldest, one);
      }
    },
  };
}
