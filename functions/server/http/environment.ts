/** Defines the bindings and variables of the Worker, and the valid values of the variables. */
import * as v from "valibot";
import type { Profile } from "./headers.ts";
import { urlOf } from "./url-of.ts";

const label = "[a-z\\d](?:[a-z\\d-]*[a-z\\d])?";
const host = `${label}(?:\\.${label})*`;

/** Matches `'self'`, or a site, with `*.` for its subdomains and a port if not the default one. */
const source = new RegExp(`^(?:'self'|https?://(?:\\*\\.${label}\\.)?${host}(?::\\d{1,5})?)$`, "i");

/** @param alone words that may stand instead of a list. */
function ancestors(...alone: readonly string[]) {
  return v.pipe(
    v.string("is missing"),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || alone.includes(dataset.value)) return;
      // Sources are separated by single spaces, and no other character is allowed, so that the value
      // cannot start a second directive.
      const wrong = dataset.value.split(" ").filter((text) => !source.test(text));
      if (wrong.length === 0) return;
      const named = wrong.map((text) => JSON.stringify(text)).join(", ");
      const message = `holds ${named}; allowed are ${alone.join(" or ")} alone, or a list of 'self', https://host, https://*.example.org, http://host`;
      addIssue({ message });
    }),
  );
}

function oneOf<const Words extends readonly string[]>(words: Words) {
  return v.picklist(
    words,
    ({ input }) => `is ${JSON.stringify(input)}; allowed are ${words.join(" or ")}`,
  );
}

/** Matches the address that becomes a link. A mail address has no `?`, because `/about` adds subject and text. */
const contact = /^(?:mailto:[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+|https:\/\/[^\s"'<>@\\]+)$/i;

/** @param allowed The text of a problem on what is allowed. */
export function checked(isGood: (text: string) => boolean, allowed: string) {
  return v.pipe(
    v.string("is not a text"),
    v.check(isGood, ({ input }) => `is ${JSON.stringify(input)}; allowed is ${allowed}`),
  );
}

export const variables = v.object(
  {
    /** `production` sends HSTS, `local` does not. */
    APP_ENV: oneOf(["production", "local"]),
    /** CSP source list of the origins that may frame `/embed`. */
    EMBED_ANCESTORS: ancestors("*", "'none'"),
    /**
     * Names the origins that may frame the pages for a patient and hand one over to `/embed`; the default is
     * `'self'`.
     */
    EHR_ANCESTORS: v.optional(ancestors("'none'")),
    /** `on` writes a log line for each request, without the question or the caller. Default `off`. */
    LOG_REQUESTS: v.optional(oneOf(["on", "off"])),
    /** `/about` names this operator of the installation. */
    OPERATOR: v.optional(
      v.pipe(
        v.string("is not a text"),
        v.check((name) => name.trim() !== "", "is empty; leave it out to name nobody"),
      ),
    ),
    /** `/about` links to this `mailto:` or `https:` address of the operator. */
    OPERATOR_CONTACT: v.optional(
      checked(
        (address) => contact.test(address) && urlOf(address) !== null,
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
  /** The path that this installation is below, without a slash at the end. Not on Cloudflare. */
  BASE_PATH?: string | undefined;
  /** Set if the app runs on the device of a reader. */
  ON_DEVICE?: true;
  /** Aborted when the process is about to end, so that balancers send no more. Only on Node. */
  ENDING?: AbortSignal;
}

export const recordSystemsOf = ({ EHR_ANCESTORS = "'self'" }: Environment): string => EHR_ANCESTORS;

declare global {
  interface CacheStorage {
    /** The cache of the data centre; it exists only on Cloudflare. */
    readonly default: Cache;
  }
}

export interface HonoEnvironment {
  Bindings: Environment;
  Variables: {
    /** The header profile of the route's responses, set by `servedAs`. */
    profile?: Profile;
  };
}

export interface VariableProblem {
  name: string;
  /** Lists what is wrong, with the value. Operators of the service read it, callers never. */
  message: string;
}

/** All problems with the variables; empty if the service can run with them. */
export function variableProblems(environment: unknown): VariableProblem[] {
  const { success, issues } = v.safeParse(variables, environment);
  return success ? [] : problemsOf(issues);
}

export function problemsOf(
  issues: readonly [] | readonly v.BaseIssue<unknown>[],
): VariableProblem[] {
  return issues.map((issue) => ({ name: v.getDotPath(issue) ?? "", message: issue.message }));
}
