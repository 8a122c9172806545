/** Limits requests per address or network, if configured; it runs before everything that computes. */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import { respondWithProblem } from "../problem.ts";

/** The platform cannot count over a longer period than this; the configured period cannot be read. */
const longestPeriodSeconds = 60;

/**
 * This path is not counted: load balancers request it often, possibly from an address that they share with readers, and
 * it costs nothing.
 */
const uncountedPath = "/healthz";

export const rateLimit = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { RATE_LIMITER } = context.env;
  if (context.req.path === uncountedPath) return next();
  // The platform sets this header, so callers cannot forge it. The address is used only as a key and is not stored.
  const address = RATE_LIMITER && context.req.header("cf-connecting-ip");
  if (RATE_LIMITER && address !== undefined && !(await isRequestAllowed(RATE_LIMITER, address))) {
    return respondWithProblem({
      status: 429,
      detail: `Too many requests from one address. Please ask again in ${longestPeriodSeconds} seconds.`,
      headers: { "retry-after": String(longestPeriodSeconds) },
    });
  }
  await next();
});

/** Tells whether a request is allowed. It is allowed if the limiter fails. */
async function isRequestAllowed(limiter: RateLimit, address: string): Promise<boolean> {
  try {
    return (await limiter.limit({ key: makeNetworkKey(address) })).success;
  } catch {
    // The message may contain the key, so only the failure is logged.
    console.error("the rate limiter failed");
    return true;
  }
}

/**
 * Returns the key under which requests are counted together: an IPv4 address, or the half of an IPv6 address that names
 * a network, because whoever has one address there has all 2⁶⁴ of them.
 *
 * @param address The address in its usual spelling.
 */
export function makeNetworkKey(address: string): string {
  if (!address.includes(":")) return address;
  const [before = [], after = []] = address.split("::").map((part) => part.split(":"));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const groups = [...before, ...zeros, ...after].map((group) => group || "0");
  return `${groups.slice(0, 4).join(":")}::/64`;
}
