/** Turns a URL, or its parameters, into a question, the parameters of the resource, and the date of the link. */
import { dataset } from "#core/dataset.ts";
import { type ParseOptions, type QueryProblem, sanitise } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import { type Question, questionOf } from "#core/question/read-question.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import type { Outcome } from "#data/schema.ts";
import { dateText } from "#presentation/words/dates.ts";
import { type ClosedParameters, closedParameters, type Words } from "../http/closed-parameters.ts";

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
  const ofResource = closedParameters(new URLSearchParams(pairs.filter(isOfResource)), words);
  const questionPairs = pairs.filter((pair) => !isOfResource(pair));
  const otherNames = [...Object.keys(words), ...(options.otherNames ?? [])];
  const question = questionOf(questionPairs, dataset, { ...options, otherNames });
  if (!ofResource.problems && !question.problems) return { ...question, values: ofResource.values };
  const problems = [...(ofResource.problems ?? []), ...(question.problems ?? [])];
  return { ...question, query: null, canonical: null, values: null, problems };
}

/** Returns the single outcome that a question names, from the outcomes that the answer can be about. */
export function singleOutcome(
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

/** The present data were collected until this date. */
export const dataDate = dataVersion.slice(0, 10);

/**
 * This parameter is the date of the data that a link was made with. Pages show the date, but no number depends on it.
 */
export const linkDateName = "data";

interface LinkDate {
  /** Holds the date if the present data are newer; a page then shows it. It is `null` otherwise. */
  readonly older: string | null;
  /** Lists the other parameters. */
  readonly parameters: [string, string][];
  readonly problems: readonly QueryProblem[] | null;
}

export function linkDateOf(pairs: Iterable<[string, string]>): LinkDate {
  const all = [...pairs];
  const parameters = all.filter(([name]) => name !== linkDateName);
  const dates = all.filter(([name]) => name === linkDateName).map(([, value]) => value);
  const wrong = dates.find((value) => !isDate(value));
  const [date = null] = dates;
  if (wrong === undefined && dates.length < 2) {
    return { older: date !== null && date < dataDate ? date : null, parameters, problems: null };
  }
  const problem = {
    parameter: linkDateName,
    value: sanitise(wrong ?? dates.join()),
    message: wrong === undefined ? "given more than once" : `not a date such as ${dataDate}`,
    allowed: [dataDate],
  };
  return { older: null, parameters, problems: [problem] };
}

/** Tells whether a text is a day of the calendar: 2020-02-31 is not. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  const isForm = /^\d{4}-\d\d-\d\d$/.test(text);
  return isForm && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Returns the note on a page whose link was made with older data. */
export function linkDateNote(older: string): string {
  return `This link was made with the data of ${dateText(older)}. The numbers here are those of ${dateText(dataDate)}.`;
}
