/** What the platform hands to the Worker, and which values of its variables make sense. */
import * as v from "valibot";
import type { Profile } from "./headers.ts";

export interface Environment {
  ASSETS: Pick<Fetcher, "fetch">;
  /** `production` sends HSTS, `local` does not. */
  APP_ENV: "production" | "local";
  /** CSP source list of the origins that may frame `/embed`. */
  EMBED_ANCESTORS: string;
  /** Bounds how often one address may ask; without it nobody is limited. */
  RATE_LIMITER?: RateLimit;
  /** `on` writes a line for each request, without what was asked or by whom; absent, `off`. */
  LOG_REQUESTS?: "on" | "off";
}

declare global {
  interface CacheStorage {
    /** The cache of the data centre, which only Cloudflare has. */
    readonly default: Cache;
  }
}

export interface HonoEnvironment {
  Bindings: Environment;
  Variables: {
    /** Of the route's answers: `servedAs` sets it. */
    profile?: Profile;
  };
}

const label = "[a-z\\d](?:[a-z\\d-]*[a-z\\d])?";
const host = `${label}(?:\\.${label})*`;

/** One source: `'self'`, or a site, all below one by `*.`, with a port where it is not the usual one. */
const source = new RegExp(`^(?:'self'|https?://(?:\\*\\.${label}\\.)?${host}(?::\\d{1,5})?)$`, "i");

const alone = ["*", "'none'"];

const ancestors = v.pipe(
  v.string("is missing"),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || alone.includes(dataset.value)) return;
    // Joined by single spaces and nothing else, so that no second directive can begin in it.
    const wrong = dataset.value.split(" ").filter((one) => !source.test(one));
    if (wrong.length === 0) return;
    const named = wrong.map((one) => JSON.stringify(one)).join(", ");
    const message = `holds ${named}; allowed are * or 'none' alone, or a list of 'self', https://host, https://*.example.org, http://host`;
    addIssue({ message });
  }),
);

function oneOf<const Words extends readonly string[]>(words: Words) {
  return v.picklist(
    words,
    ({ input }) => `is ${JSON.stringify(input)}; allowed are ${words.join(" or ")}`,
  );
}

const variables = v.object(
  {
    APP_ENV: oneOf(["production", "local"]),
    EMBED_ANCESTORS: ancestors,
    LOG_REQUESTS: v.optional(oneOf(["on", "off"])),
  },
  "is missing",
);

export interface VariableProblem {
  name: string;
  /** What is wrong, with the value as it was given: for whoever runs the service, not for callers. */
  message: string;
}

/** What is wrong with the variables; nothing, if the service can run with them. */
export function variableProblems(environment: unknown): VariableProblem[] {
  const { issues = [] } = v.safeParse(variables, environment);
  return issues.map((issue) => ({ name: v.getDotPath(issue) ?? "", message: issue.message }));
}
