/** Requests per address or network, if so configured; before everything that computes. */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse } from "../problem.ts";

/** The longest that the platform can count over; the configured period cannot be read. */
const longestPeriodSeconds = 60;

/** Balancers ask it often, maybe from an address that they share with readers. It costs nothing. */
const uncounted = "/healthz";

export const rateLimit = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { RATE_LIMITER } = context.env;
  if (context.req.path === uncounted) return next();
  // Set by the platform; callers cannot forge it. It is used as a key only and is not stored.
  const address = RATE_LIMITER && context.req.header("cf-connecting-ip");
  if (RATE_LIMITER && address !== undefined && !(await isAllowed(RATE_LIMITER, address))) {
    return problemResponse({
      status: 429,
      detail: `Too many requests from one address. Please ask again in ${longestPeriodSeconds} seconds.`,
      headers: { "retry-after": String(longestPeriodSeconds) },
    });
  }
  await next();
});

/** A request is allowed where the limiter fails. */
async function isAllowed(limiter: RateLimit, address: string): Promise<boolean> {
  try {
    return (await limiter.limit({ key: networkOf(address) })).success;
  } catch {
    // The message may contain the key, so only the failure is logged.
    console.error("the rate limiter failed");
    return true;
  }
}

/**
 * Returns the key under which requests are counted together: an IPv4 address, or the half of an IPv6 address that
 * names a
 * network, because whoever has one address there has all 2⁶⁴ of them.
 *
 * @param address in its usual spelling
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [before = [], after = []] = address.split("::").map((part) => part.split(":"));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const groups = [...before, ...zeros, ...after].map((group) => group || "0");
  return `${groups.slice(0, 4).join(":")}::/64`;
}
