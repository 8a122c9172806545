/**
 * Bounds how often one address may ask, where the platform's rate limiting is configured; without
 * the binding, as on a developer's machine, it does nothing. It stands after what costs nothing to
 * refuse, and before everything that computes.
 */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse } from "../problem.ts";

/** The longest period the platform counts over; the Worker is not told which one is configured. */
const longestPeriodSeconds = 60;

export const rateLimit = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { RATE_LIMITER } = context.env;
  // Set by the platform, whatever the caller sends; it is a key here and kept nowhere.
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

/** A limiter out of order is no reason to answer nobody. */
async function isAllowed(limiter: RateLimit, key: string): Promise<boolean> {
  try {
    return (await limiter.limit({ key })).success;
  } catch {
    // The message may hold the key; only the fact is logged.
    console.error("the rate limiter failed");
    return true;
  }
}
