/** `as-of`: the version of the data of a link; the answer says what changed since. */
import type { QueryProblem } from "#core/question/parse-query.ts";
import { releases } from "#data/generated/changes.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { closedParameters } from "../http/closed-parameters.ts";

export const asOfName = "as-of";

/** The present version first. */
const versions = [...new Set([dataVersion, ...releases.map(({ version }) => version)])];

/** The parameter as a word of a closed list, for resources that refuse other words. */
export const asOfWords = { [asOfName]: versions };

/** `null` for the present version: a page for it says nothing and is the same one as without. */
export function earlier(asOf: string | undefined): string | null {
  return asOf === undefined || asOf === dataVersion ? null : asOf;
}

/** What an earlier version changes in the key of an answer that says what changed since. */
export function asOfVariant(asOf: string | null): string {
  return asOf === null ? "" : `as-of=${asOf}`;
}

type AskedAsOf =
  | { asOf: string | null; rest: [string, string][]; problems: null }
  | { asOf: null; rest: [string, string][]; problems: readonly QueryProblem[] };

/** The earlier version that is named, if any, and the other parameters. */
export function askedAsOf(pairs: Iterable<[string, string]>): AskedAsOf {
  const all = [...pairs];
  const rest = all.filter(([one]) => one !== asOfName);
  // Most addresses name none.
  if (rest.length === all.length) return { asOf: null, rest, problems: null };
  const own = new URLSearchParams(all.filter(([one]) => one === asOfName));
  const { values, problems } = closedParameters(own, asOfWords);
  return problems
    ? { asOf: null, rest, problems }
    : { asOf: earlier(values[asOfName]), rest, problems: null };
}
