/** Turns a URL, or its parameters, into a question, the parameters of the resource, and the data of the link. */
import { dataset } from "#core/dataset.ts";
import {
  type ParseOptions,
  parseQueryWithCanonicalText,
  type Question,
} from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import { type QueryProblem, sanitiseErrorText } from "#core/question/query-problem.ts";
import { recall } from "#data/generated/changes.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { versionForm } from "#data/recall.ts";
import type { Outcome } from "#data/schema.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import {
  type ClosedParameters,
  parseClosedParameters,
  type Words,
} from "../http/closed-parameters.ts";

interface ReadOptions<W extends Words> extends ParseOptions {
  /** Lists the parameters of the resource: each takes one word of a closed list. */
  words?: W;
}

type Values<W extends Words> = NonNullable<ClosedParameters<W>["values"]>;
type ReadResult<W extends Words> =
  | (Extract<Question, { problems: null }> & { values: Values<W> })
  | (Extract<Question, { query: null }> & { values: null });

/** Reads a question. An invalid address is refused with all problems at once. */
export function readQuestion<W extends Words = Record<never, never>>(
  address: string | Iterable<[string, string]>,
  { words = {} as W, ...options }: ReadOptions<W> = {},
): ReadResult<W> {
  const pairs = [...(typeof address === "string" ? new URL(address).searchParams : address)];
  const isOfResource = ([name]: [string, string]) => Object.hasOwn(words, name);
  const ofResource = parseClosedParameters(new URLSearchParams(pairs.filter(isOfResource)), words);
  const otherNames = [...Object.keys(words), ...(options.otherNames ?? [])];
  const question = parseQueryWithCanonicalText(pairs, dataset, { ...options, otherNames });
  if (!ofResource.problems && !question.problems) return { ...question, values: ofResource.values };
  const problems = [...(ofResource.problems ?? []), ...(question.problems ?? [])];
  return { ...question, query: null, canonical: null, values: null, problems };
}

/** Returns the single outcome that a question names, from the outcomes that the answer can be about. */
export function readSingleOutcome(
  { outcome: ids }: Pick<Query, "outcome">,
  outcomes: readonly Outcome[],
): { outcome: Outcome; problem?: never } | { outcome?: never; problem: QueryProblem } {
  const outcome = ids.length === 1 ? outcomes.find(({ id }) => id === ids[0]) : undefined;
  if (outcome) return { outcome };
  return {
    problem: {
      parameter: "outcome",
      value: ids.join(","),
      message: "exactly one of these outcomes is needed here",
      allowed: outcomes.map(({ id }) => id),
    },
  };
}

/**
 * This parameter is the version of the data that a link was made with. Pages say if the present data are others, but no
 * number depends on it.
 */
export const linkDataName = "data";

interface LinkData {
  /** Says that the present data are not those of the link, and what was wrong if those were withdrawn, or is `null`. */
  readonly note: string | null;
  readonly problems: readonly QueryProblem[] | null;
}

/**
 * Returns the note on the data of a link, which is `null` if these are the present data or the link names none; or the
 * problem with the version.
 */
export function makeLinkDataNoteOrProblems(pairs: Iterable<[string, string]>): LinkData {
  const versions = [...pairs].filter(([name]) => name === linkDataName).map(([, value]) => value);
  const wrong = versions.find((value) => !isDataVersion(value));
  const [version = dataVersion] = versions;
  if (wrong === undefined && versions.length < 2) {
    return {
      note: version === dataVersion ? null : describeOtherDataVersion(version),
      problems: null,
    };
  }
  const problem = {
    parameter: linkDataName,
    value: sanitiseErrorText(wrong ?? versions.join()),
    message:
      wrong === undefined ? "given more than once" : `not a version of data such as ${dataVersion}`,
    allowed: [dataVersion],
  };
  return { note: null, problems: [problem] };
}

/** Tells whether a text is a version of data, or could be: that of another release is not known here. */
function isDataVersion(text: string): boolean {
  return text === dataVersion || versionForm.test(text);
}

/** Returns the note on a page whose link was made with other data. Versions of one date have no order. */
function describeOtherDataVersion(version: string): string {
  const isWithdrawn = recall.recalledDataVersions.includes(version);
  const withdrawn = isWithdrawn ? ` Those were withdrawn: ${recall.recallReason}` : "";
  const present = `${formatDate(dataset.review.dataDate)}, version ${dataVersion}`;
  return `This link was made with other data.${withdrawn} The numbers here are those of the data of ${present}.`;
}
