/** What the platform hands to the Worker, and which values of its variables make sense. */
import * as v from "valibot";
import type { Bytes } from "./content-coding.ts";

export interface Environment {
  ASSETS: Pick<Fetcher, "fetch">;
  /** `production` sends HSTS; anything else does not. */
  APP_ENV: string;
  /** CSP source list of the origins that may frame `/embed`. */
  EMBED_ANCESTORS: string;
  /** Bounds how often one address may ask; without it nobody is limited. */
  RATE_LIMITER?: RateLimit;
  /** `on` writes a line for each request, without what was asked or by whom. */
  LOG_REQUESTS?: string;
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
    /** The body of an answer that came from memory, gzipped: such an answer can be remembered whole. */
    remembered?: Bytes;
  };
}

const label = "[a-z\\d](?:[a-z\\d-]*[a-z\\d])?";
const host = `${label}(?:\\.${label})*`;

/**
 * One source: `'self'`, or sites by HTTPS, all below one by `*.`, with a port where it is not the usual
 * one. Without HTTPS only this machine: anybody on the way could be the page around.
 */
const source = new RegExp(
  `^(?:'self'|(?:https://(?:\\*\\.${label}\\.)?${host}|http://(?:localhost|127\\.0\\.0\\.1))(?::\\d{1,5})?)$`,
  "i",
);

const alone = ["*", "'none'"];

const ancestors = v.pipe(
  v.string("is missing"),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || alone.includes(dataset.value)) return;
    // Joined by single spaces and nothing else, so that no second directive can begin in it.
    const wrong = dataset.value.split(" ").filter((one) => !source.test(one));
    if (wrong.length === 0) return;
    const named = wrong.map((one) => JSON.stringify(one)).join(", ");
    const message = `holds ${named}; allowed are * or 'none' alone, or a list of 'self', https://host, https://*.example.org`;
    addIssue({ message });
  }),
);

const variables = v.object({ EMBED_ANCESTORS: ancestors });

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
