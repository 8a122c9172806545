/** Turns URL parameters into a checked query, or into a list of all problems with them. */

import type { ComputeSet } from "#data/compute-set.ts";
import { regions } from "#data/vocabulary.ts";
import {
  collectAllowedWordsByField,
  fieldNames,
  isParameterName,
  lookUpParameter,
  modelsWith,
  type Vocabulary,
} from "./parameter-values.ts";
import { type ParameterName, parameterNames, parameters, usualDimension } from "./parameters.ts";
import type { FieldName, Query, Value } from "./query.ts";
import {
  findNearAllowedValue,
  makeUnknownParameterProblem,
  type QueryProblem,
  sanitiseErrorText,
} from "./query-problem.ts";
import { findFieldsPinnedBySet, formatQuery } from "./query-text.ts";
import { makeQuery, readFieldValue } from "./read-values.ts";

type ParsedQuery =
  | { query: Query; unknown: readonly string[]; problems: null }
  | { query: null; unknown: readonly string[]; problems: readonly QueryProblem[] };

export interface ParseOptions {
  /**
   * `ignoreUnknown` lists unknown parameters instead of refusing them, because pages that embed add parameters of
   * their own. The names are as they were sent, so no answer may repeat them.
   */
  ignoreUnknown?: boolean;
  /** `onlyClasses` is set by resources that can only answer about the two classes, or also about products. */
  onlyClasses?: boolean | "or-products";
  /** Lists the parameters that the resource takes and reads besides those of a question; they are skipped. */
  otherNames?: readonly string[];
  /** Holds the parameters that the resource no longer takes, each with the message that refuses it. */
  goneNames?: ReadonlyMap<string, string>;
}

/** Lists the values that `compare` may have where a resource shows the two classes or the products. */
export const classesOrProducts: readonly string[] = [usualDimension, "product"];

/**
 * Returns the query that the parameters ask for, or every problem with them. `unknown` lists the names that are no
 * parameters, which are problems as well unless `ignoreUnknown` is set.
 */
export function parseQuery(
  pairs: Iterable<readonly [string, string]>,
  evidence: Vocabulary,
  { ignoreUnknown = false, onlyClasses = false, otherNames = [], goneNames }: ParseOptions = {},
): ParsedQuery {
  const words = collectAllowedWordsByFieldOnce(evidence);
  const problems: QueryProblem[] = [];
  const unknown: string[] = [];
  const valueTexts = new Map<ParameterName, string>();
  const report = (
    parameter: string,
    value: string,
    message: string,
    allowedValues: readonly string[],
  ) =>
    problems.push({ parameter, value: sanitiseErrorText(value), message, allowed: allowedValues });

  for (const [index, [name, value]] of [...pairs].entries()) {
    if (otherNames.includes(name)) continue;
    const goneMessage = goneNames?.get(name);
    if (goneMessage !== undefined) {
      report(name, "", goneMessage, []);
    } else if (!isFieldName(name)) {
      unknown.push(name);
      if (!ignoreUnknown) {
        problems.push(makeUnknownParameterProblem(name, index, [...parameterNames, ...otherNames]));
      }
    } else if (!isParameterName(name)) {
      report(name, value, "only named sets decide this", []);
    } else if (valueTexts.has(name)) {
      report(name, value, "given more than once; join values with commas", words[name]);
    } else {
      valueTexts.set(name, value);
    }
  }

  const dimension = valueTexts.get("compare") ?? usualDimension;
  const dimensions = onlyClasses === "or-products" ? classesOrProducts : [usualDimension];
  if (onlyClasses && !dimensions.includes(dimension)) {
    report("compare", dimension, "only in /v1/comparison and /report", dimensions);
  }

  const pins = findFieldsPinnedBySet(valueTexts.get("set") ?? parameters.set.initial, evidence);
  const texts = Object.assign(
    makeRecordWithoutPrototype<string>(),
    pins,
    Object.fromEntries(valueTexts),
  );
  const values = makeRecordWithoutPrototype<Value>();
  let isRead = true;
  for (const name of fieldNames) {
    const text = texts[name];
    if (text === undefined) continue;
    const value = readFieldValue(name, text, words[name]);
    if (value !== undefined) {
      values[name] = value;
      continue;
    }
    isRead = false;
    if (problems.some(({ parameter }) => parameter === name)) continue;
    // A single number may be that of a patient, so it is not repeated.
    const repeated = isTrialMedianField(name) && /^\d+$/.test(text) ? "" : text;
    report(name, repeated, explainRefusedValue(name, text, words[name], evidence), words[name]);
  }
  if (!isRead) return { query: null, unknown, problems };
  const query = makeQuery(values, evidence);
  const interval = valueTexts.get("interval");
  // The default interval is accepted with every model.
  if (interval !== undefined && interval !== query.interval) {
    const intervals = Object.entries(modelsWith);
    const models = intervals.find(([name]) => name === interval)?.[1] ?? [];
    const allowed = intervals
      .filter(([name, has]) => name === query.interval || has.includes(query.model))
      .map(([name]) => name);
    const message = `not with model=${query.model}; set model=${models.join(" or ")}`;
    report("interval", interval, message, allowed);
  }
  return problems.length > 0
    ? { query: null, unknown, problems }
    : { query, unknown, problems: null };
}

/**
 * Returns an object without a prototype, because the page around may have added the name of a parameter to that of
 * all objects.
 */
function makeRecordWithoutPrototype<T>(): Partial<Record<FieldName, T>> {
  return Object.create(null);
}

/** Caches the words by evidence, because creating the words takes longer than reading a question. */
const vocabularies = new WeakMap<Vocabulary, ReturnType<typeof collectAllowedWordsByField>>();

/** Returns the allowed words of every field, which are collected when they are first asked for. */
function collectAllowedWordsByFieldOnce(
  evidence: Vocabulary,
): ReturnType<typeof collectAllowedWordsByField> {
  const words = vocabularies.get(evidence) ?? collectAllowedWordsByField(evidence);
  vocabularies.set(evidence, words);
  return words;
}

function explainRefusedValue(
  name: FieldName,
  value: string,
  allowed: readonly string[],
  evidence: Vocabulary,
): string {
  if (value === "") return "empty value";
  if (name === "availability" && regions.some((region) => region === value)) {
    return "approvals there were not collected";
  }
  const { form, alone = [], most = Infinity } = lookUpParameter(name);
  if (value.split(",").length > most) return `at most ${most}`;
  if (value.includes(",") && value.split(",").some((word) => alone.includes(word))) {
    return `${alone.join(", ")}: each stands alone`;
  }
  switch (form) {
    case "range": {
      const range = "not a range: two numbers, the lower first, or one end open, as 60-70 or 60-";
      return isTrialMedianField(name)
        ? `${range}; of the medians of trials, never of a patient`
        : range;
    }
    case "dimension":
      return "not comparable by this; a number follows the colon";
    default:
      return formatRefusalWithSuggestion(findNearAllowedValue(value, allowed, evidence));
  }
}

/**
 * Returns the message that a value is not allowed, with a suggestion if there is one.
 *
 * @param near The allowed value that is probably meant.
 */
export function formatRefusalWithSuggestion(near: string | undefined): string {
  return `not one of the allowed values${near === undefined ? "" : `; is it ${near}?`}`;
}

/**
 * Returns whether a range is about what trials report of their patients, which may be mistaken for a patient's own
 * value.
 */
function isTrialMedianField(name: FieldName): boolean {
  return name === "age" || name === "prior-lines";
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(parameters, name);
}

// The functions below are the only way to turn parameters into a question: checked, with its canonical text.

type RefusedQuestion = Extract<ParsedQuery, { query: null }> & { canonical: null };
type ReadableQuestion = Exclude<ParsedQuery, { query: null }> & { canonical: string };

export type Question = ReadableQuestion | RefusedQuestion;

export function parseQueryWithCanonicalText(
  pairs: Iterable<readonly [string, string]>,
  evidence: Vocabulary,
  options: ParseOptions = {},
): Question {
  const parsed = parseQuery(pairs, evidence, options);
  return parsed.problems
    ? { ...parsed, canonical: null }
    : { ...parsed, canonical: formatQuery(parsed.query, evidence) };
}

/**
 * Returns the query of a text, which is canonical or names some parameters with their values; an empty text is the
 * default question.
 *
 * @throws Error for a text that is not a valid question about these data.
 */
export function parseQueryTextOrThrow(text: string, evidence: Vocabulary): Query {
  const pairs = text === "" ? [] : text.split("&").map(splitParameterPair);
  const { query, problems } = parseQuery(pairs, evidence);
  if (problems) throw new Error(`"${text}" is not a question: ${JSON.stringify(problems)}`);
  return query;
}

function splitParameterPair(text: string): [string, string] {
  const [name = "", value = ""] = text.split("=");
  return [name, decodeURIComponent(value)];
}

/** Describes a ready-made question, read by the same parser as every other. */
export interface PresetQuestion {
  readonly id: string;
  readonly label: string;
  readonly query: Query;
}

/**
 * Returns the ready-made questions in their order.
 *
 * @throws Error with the id of a preset that is not a valid question about these data.
 */
export function parsePresetQuestionsOrThrow({
  presets,
  ...evidence
}: ComputeSet): PresetQuestion[] {
  return presets.map(({ id, label, query: parameters }) => {
    const { query, problems } = parseQueryWithCanonicalText(Object.entries(parameters), evidence);
    if (problems)
      throw new Error(`the preset ${id} is not a question: ${JSON.stringify(problems)}`);
    return { id, label, query };
  });
}
