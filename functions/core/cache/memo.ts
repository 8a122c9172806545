/**
 * Keeps values in the memory of the isolate and drops the least recently used first, so that a repeated question
 * costs nothing. It is limited by size and not by number, because answers differ in size by a factor of a hundred and
 * an isolate has 128 MB.
 */
export interface Memo<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Returns a cache of values whose sizes add up to at most `most`, in the unit of `sizeOf`. */
export function makeLruCacheByTotalSize<T>(most: number, sizeOf: (value: T) => number): Memo<T> {
  const values = new Map<string, T>();
  let size = 0;
  const drop = (key: string): T | undefined => {
    const cached = values.get(key);
    if (cached !== undefined) size -= sizeOf(cached);
    values.delete(key);
    return cached;
  };
  const keep = (key: string, value: T) => {
    values.set(key, value);
    size += sizeOf(value);
  };
  return {
    get(key) {
      // A map keeps the order of insertion. Moving the entry to the end marks it as recently used.
      const cached = drop(key);
      if (cached !== undefined) keep(key, cached);
      return cached;
    },
    set(key, value) {
      drop(key);
      // A value that would displace a tenth of the cache is not worth keeping.
      if (sizeOf(value) > most / 10) return;
      keep(key, value);
      for (const oldest of values.keys()) {
        if (size <= most) break;
        drop(oldest);
      }
    },
  };
}
