/** In place of the platform's rate limiter: counts the requests of each address within a minute. */

const minute = 60_000;

/** Addresses that are counted at a time. Beyond, the one that was first seen is forgotten. */
const mostAddresses = 100_000;

/** @param most requests of one address in a minute */
export function rateLimiter(most: number, now: () => number = Date.now): RateLimit {
  let counts = new Map<string, number>();
  let window = -1;
  return {
    async limit({ key }) {
      const current = Math.floor(now() / minute);
      if (current !== window) {
        window = current;
        counts = new Map();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const [first] = counts.keys();
      if (counts.size > mostAddresses && first !== undefined) counts.delete(first);
      return { success: count <= most };
    },
  };
}
