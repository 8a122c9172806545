/**
 * Defines the bindings and variables of the Worker, the valid values of the variables, and the routes that are given
 * them.
 */

import type { Handler } from "hono";
import * as v from "valibot";
import type { Profile } from "./headers.ts";

const label = "[a-z\\d](?:[a-z\\d-]*[a-z\\d])?";
const host = `${label}(?:\\.${label})*`;

/** Matches `'self'`, or a site, with `*.` for its subdomains and a port if not the default one. */
const source = new RegExp(`^(?:'self'|https?://(?:\\*\\.${label}\\.)?${host}(?::\\d{1,5})?)$`, "i");

/**
 * Returns a schema that accepts a CSP source list, and otherwise names the sources that are not allowed.
 *
 * @param alone Words that may replace the list.
 */
function makeFrameAncestorsSchema(...alone: readonly string[]) {
  return v.pipe(
    v.string("is missing"),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || alone.includes(dataset.value)) return;
      // Sources are separated by single spaces, and no other character is allowed, so that the value cannot start a
      // second directive.
      const wrong = dataset.value.split(" ").filter((text) => !source.test(text));
      if (wrong.length === 0) return;
      const wrongWords = wrong.map((text) => JSON.stringify(text)).join(", ");
      const message = `holds ${wrongWords}; allowed are ${alone.join(" or ")} alone, or a list of 'self', https://host, https://*.example.org, http://host`;
      addIssue({ message });
    }),
  );
}

function makeWordSchema<const Words extends readonly string[]>(words: Words) {
  return v.picklist(
    words,
    ({ input }) => `is ${JSON.stringify(input)}; allowed are ${words.join(" or ")}`,
  );
}

/** Matches the address that becomes a link. A mail address has no `?`, because `/about` adds subject and text. */
const contact = /^(?:mailto:[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+|https:\/\/[^\s"'<>@\\]+)$/i;

/**
 * Returns a schema that accepts the texts that `isGood` accepts.
 *
 * @param allowedText The part of an error message that states what is allowed.
 */
export function makeTextSchema(isGood: (text: string) => boolean, allowedText: string) {
  return v.pipe(
    v.string("is not a text"),
    v.check(isGood, ({ input }) => `is ${JSON.stringify(input)}; allowed is ${allowedText}`),
  );
}

export const variables = v.object(
  {
    /** `production` sends HSTS, `local` does not. */
    APP_ENV: makeWordSchema(["production", "local"]),
    /** Lists the origins that may frame `/embed`, as a CSP source list. */
    EMBED_ANCESTORS: makeFrameAncestorsSchema("*", "'none'"),
    /**
     * Names the origins that may frame the pages for a patient and hand the patient over to `/embed`; the default is
     * `'self'`.
     */
    EHR_ANCESTORS: v.optional(makeFrameAncestorsSchema("'none'")),
    /** `on` writes a log line for each request, without the question or the caller. The default is `off`. */
    LOG_REQUESTS: v.optional(makeWordSchema(["on", "off"])),
    /** `/about` names this operator of the installation. */
    OPERATOR: v.optional(
      v.pipe(
        v.string("is not a text"),
        v.check((name) => name.trim() !== "", "is empty; leave it out to name nobody"),
      ),
    ),
    /** `/about` links to this `mailto:` or `https:` address of the operator. */
    OPERATOR_CONTACT: v.optional(
      makeTextSchema(
        (address) => contact.test(address) && URL.canParse(address),
        "one address, mailto:name@example.org or https://example.org/contact",
      ),
    ),
  },
  "is missing",
);

export interface Environment extends v.InferOutput<typeof variables> {
  ASSETS: Pick<Fetcher, "fetch">;
  /** Limits the number of requests per IP address. If absent, there is no limit. */
  RATE_LIMITER?: RateLimit;
  /** This installation lies below this path, which has no slash at the end. Cloudflare has no base path. */
  BASE_PATH?: string | undefined;
  /** It is true if the app runs on the device of a reader. */
  ON_DEVICE?: true;
  /**
   * This signal is aborted when the process is about to end, so that load balancers send no more requests. Only Node
   * sets it.
   */
  ENDING?: AbortSignal;
}

export const readRecordSystemOrigins = ({ EHR_ANCESTORS = "'self'" }: Environment): string =>
  EHR_ANCESTORS;

declare global {
  interface CacheStorage {
    /** The cache of the data centre exists only on Cloudflare. */
    readonly default: Cache;
  }
}

export interface HonoEnvironment {
  Bindings: Environment;
  Variables: {
    /** `makeHeaderProfileMiddleware` sets this header profile for the responses of a route. */
    profile?: Profile;
  };
}

export interface VariableProblem {
  name: string;
  /** States what is wrong, with the value. Only operators of the service read it, never callers. */
  message: string;
}

/** Returns all problems with the variables; empty if the service can run with them. */
export function listVariableProblems(environment: unknown): VariableProblem[] {
  const { success, issues } = v.safeParse(variables, environment);
  return success ? [] : convertIssuesToVariableProblems(issues);
}

export function convertIssuesToVariableProblems(
  issues: readonly [] | readonly v.BaseIssue<unknown>[],
): VariableProblem[] {
  return issues.map((issue) => ({ name: v.getDotPath(issue) ?? "", message: issue.message }));
}

// Defines the answer to one address: a handler, or several, of which all but the last only check or mark.

export type Answer = Handler<HonoEnvironment>;
type Answers = readonly [Answer, ...Answer[]];
export type Route = Answer | Answers;

export type Routes = Readonly<Record<string, Route>>;

export function normaliseRouteHandlers(route: Route): Answers {
  return typeof route === "function" ? [route] : route;
}
