/** From URL parameters to a checked query, or to all that is wrong with them at once. */
import { type CrossCheck, crossChecks } from "./cross-checks.ts";
import { type ParameterName, parameterNames } from "./parameter-names.ts";
import { type Vocabulary, vocabulary } from "./parameter-values.ts";
import { parameters, usualDimension } from "./parameters.ts";
import type { Query, Value } from "./query.ts";
import { pinsOf } from "./query-text.ts";
import { queryFrom, readValue } from "./read-values.ts";

/** One thing wrong with a request, in terms a caller can act on. */
export interface QueryProblem {
  parameter: string;
  /** What was given: at most 64 characters, control characters dropped, `<>&` escaped. */
  value: string;
  message: string;
  /** Values, or the forms a range may take; for an unknown parameter, the known names. */
  allowed: readonly string[];
}

export type ParsedQuery =
  | { query: Query; unknown: readonly string[]; problems: null }
  | { query: null; unknown: readonly string[]; problems: readonly QueryProblem[] };

export interface ParseOptions {
  /** Content systems append parameters of their own to embedded pages: name them, but do not refuse. */
  ignoreUnknown?: boolean;
  /** What the two classes are compared in has no place for other groups. */
  onlyClasses?: boolean;
  /** What two parameters may not say together. */
  checks?: readonly CrossCheck[];
}

export function parseQuery(
  pairs: Iterable<readonly [string, string]>,
  evidence: Vocabulary,
  { ignoreUnknown = false, onlyClasses = false, checks = crossChecks }: ParseOptions = {},
): ParsedQuery {
  const words = wordsOf(evidence);
  const problems: QueryProblem[] = [];
  const unknown: string[] = [];
  const given = new Map<ParameterName, string>();

  for (const [name, value] of pairs) {
    if (!isParameterName(name)) {
      unknown.push(shorten(name));
      if (ignoreUnknown) continue;
      problems.push({
        parameter: sanitise(name),
        value: sanitise(value),
        message: "unknown parameter",
        allowed: parameterNames,
      });
    } else if (given.has(name)) {
      problems.push({
        parameter: name,
        value: sanitise(value),
        message: "given more than once; join several values with commas",
        allowed: words[name],
      });
    } else {
      given.set(name, value);
    }
  }

  const dimension = given.get("compare") ?? usualDimension;
  if (onlyClasses && dimension !== usualDimension) {
    problems.push({
      parameter: "compare",
      value: sanitise(dimension),
      message: "other groups are compared in /v1/comparison only",
      allowed: [usualDimension],
    });
  }

  const pins = pinsOf(given.get("set") ?? parameters.set.initial, evidence);
  const said: Partial<Record<ParameterName, string>> = { ...pins, ...Object.fromEntries(given) };
  const refuse = (name: ParameterName, message: (value: string) => string) => {
    if (problems.some(({ parameter }) => parameter === name)) return;
    const value = given.get(name) ?? "";
    problems.push({
      parameter: name,
      value: sanitise(value),
      message: message(value),
      allowed: words[name],
    });
  };
  const values: Partial<Record<ParameterName, Value>> = {};
  let isRead = true;
  for (const name of parameterNames) {
    const text = said[name];
    if (text === undefined) continue;
    const value = readValue(name, text, words[name]);
    if (value === undefined) {
      isRead = false;
      refuse(name, (given) => messageFor(name, given));
    } else {
      values[name] = value;
    }
  }
  if (!isRead) return { query: null, unknown, problems };
  const query = queryFrom(values, evidence);
  for (const { parameter, fits, message } of checks) {
    if (!fits(query)) refuse(parameter, () => message);
  }
  return problems.length > 0
    ? { query: null, unknown, problems }
    : { query, unknown, problems: null };
}

/** Made once for each evidence: making them takes longer than reading a question by them. */
const vocabularies = new WeakMap<Vocabulary, ReturnType<typeof vocabulary>>();

function wordsOf(evidence: Vocabulary): ReturnType<typeof vocabulary> {
  const words = vocabularies.get(evidence) ?? vocabulary(evidence);
  vocabularies.set(evidence, words);
  return words;
}

function messageFor(name: ParameterName, value: string): string {
  if (value === "") return "empty value";
  switch (parameters[name].form) {
    case "range":
      return "not a range: two numbers with the lower first, or one end left open";
    case "number":
      return "not a whole number of at most five digits";
    case "dimension":
      return "nothing cohorts can be compared by; a number follows the colon";
    default:
      return "not one of the allowed values";
  }
}

function isParameterName(name: string): name is ParameterName {
  return (parameterNames as readonly string[]).includes(name);
}

const escapes: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/** What a caller sent, safe to repeat in an error that some client may show as HTML. */
export function sanitise(text: string): string {
  return shorten(text).replace(/[<>&]/g, (character) => escapes[character] ?? character);
}

/** At most 64 characters and no control characters; not yet safe inside HTML. */
function shorten(text: string): string {
  return [...text.replace(/\p{C}/gu, "")].slice(0, 64).join("");
}
