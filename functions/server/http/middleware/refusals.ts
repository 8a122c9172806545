/**
 * Refuses requests before any route sees them: a wrong method, a long address, too many, an installation that is not
 * set up.
 */

import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import { formatProblemParameter } from "#core/question/query-problem.ts";
import { isKnownParameterName } from "../closed-parameters.ts";
import {
  type Environment,
  type HonoEnvironment,
  listVariableProblems,
  variables,
} from "../environment.ts";
import { respondWithProblem } from "../problem.ts";

/** The longest address that is read, in characters, is enough to exclude every cohort. */
export const longestAddress = 8192;

const allow = "GET, HEAD, OPTIONS";

export const allowedMethods = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { method } = context.req;
  if (method === "OPTIONS") {
    return new Response(null, {
      status: 204,
      headers: {
        allow,
        "access-control-allow-methods": allow,
        "access-control-allow-headers": "accept, if-none-match",
        "access-control-max-age": "86400",
      },
    });
  }
  if (method !== "GET" && method !== "HEAD") {
    const detail = "This service is read-only: use GET, HEAD or OPTIONS.";
    return respondWithProblem({ status: 405, detail, headers: { allow } });
  }
  await next();
});

export const urlLimit = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (context.req.url.length > longestAddress) {
    const detail = `The address is longer than ${longestAddress} characters; shorten ${nameLongestAddressPart(context.req.url)}.`;
    return respondWithProblem({ status: 414, detail });
  }
  await next();
});

/**
 * Says which parameter takes most of an address, an unknown one by its place; if the path is longer, "the path".
 */
function nameLongestAddressPart(url: string): string {
  const [path = "", ...pairs] = url.split(/[?&]/);
  const longest = pairs.reduce((most, pair) => (pair.length > most.length ? pair : most), "");
  if (longest.length <= path.length) return "the path";
  const [name = ""] = longest.split("=", 1);
  return isKnownParameterName(name)
    ? name
    : formatProblemParameter({ parameter: null, position: pairs.indexOf(longest) + 1 });
}

// Refuses every request if a variable is invalid, which is noticed at the first request.

const names = v.keyof(variables).options;

/** Holds variables that were already checked. All requests of a Worker have the same environment. */
let good: Environment | undefined;

export const configuration = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { env } = context;
  const before = good;
  if (before === undefined || names.some((name) => before[name] !== env[name])) {
    const problems = listVariableProblems(env);
    if (problems.length > 0) {
      for (const { name, message } of problems) console.error(`${name} ${message}`);
      const wrong = problems.map(({ name }) => name).join(", ");
      // The details are in the log, because callers must not see the value.
      const detail = `This installation is not set up: its variable ${wrong} is missing or makes no sense. Nothing was answered.`;
      return respondWithProblem({ status: 500, detail });
    }
    good = env;
  }
  await next();
});

// Limits requests per address or network, if configured; it runs before everything that computes.

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
