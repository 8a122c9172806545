/** A store or cache that never answers counts as one that fails. */

class TooLate extends Error {}

/** @param patience Milliseconds. Files and caches answer within some ten. */
export async function inTime<T>(work: Promise<T>, patience = 2000): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate()), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
