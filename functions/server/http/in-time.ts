/**
 * Work of others, with an end. A file store or cache that never answers counts as one that fails, so
 * that the caller gets a computed answer or an error, and never nothing.
 */

/** Milliseconds. Both answer within some ten. */
const patience = 2000;

export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
