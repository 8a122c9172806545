/** A wait lasts at most this many milliseconds. Files and caches answer within about ten. */
const patience = 2000;

/** Rejects if a store or cache does not answer in time, so that the caller treats it as failed. */
export async function limitWait<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
