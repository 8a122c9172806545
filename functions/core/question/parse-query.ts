/** From URL parameters to a checked query, or to all that is wrong with them at once. */
import * as v from "valibot";
import { type CrossCheck, crossChecks } from "./cross-checks.ts";
import { type ParameterName, parameterNames } from "./parameter-names.ts";
import { type Vocabulary, vocabulary } from "./parameter-values.ts";
import { parameters, usualDimension } from "./parameters.ts";
import type { Query } from "./query.ts";
import { querySchema } from "./query-schema.ts";
import { pinsOf } from "./query-text.ts";

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
  const { words, schema } = grammarOf(evidence);
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
  const result = v.safeParse(schema, { ...pins, ...Object.fromEntries(given) });
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
  if (result.success) {
    for (const { parameter, fits, message } of checks) {
      if (!fits(result.output)) refuse(parameter, () => message);
    }
  } else {
    for (const { path } of result.issues) {
      const name = path?.[0]?.key;
      if (typeof name !== "string" || !isParameterName(name)) continue;
      refuse(name, (value) => messageFor(name, value));
    }
  }
  return problems.length > 0 || !result.success
    ? { query: null, unknown, problems }
    : { query: result.output, unknown, problems: null };
}

interface Grammar {
  words: ReturnType<typeof vocabulary>;
  schema: ReturnType<typeof querySchema>;
}

/** Made once for each evidence: making it takes longer than reading a question by it. */
const grammars = new WeakMap<Vocabulary, Grammar>();

function grammarOf(evidence: Vocabulary): Grammar {
  const known = grammars.get(evidence);
  if (known) return known;
  const grammar = { words: vocabulary(evidence), schema: querySchema(evidence) };
  grammars.set(evidence, grammar);
  return grammar;
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
