/** The way from the text of a question to a checked query: a valibot schema made from the table of parameters. */
import * as v from "valibot";
import { dimensionText } from "./dimensions.ts";
import { type ParameterName, parameterNames, propertyName } from "./parameter-names.ts";
import {
  defaultRegimen,
  initialOf,
  type Vocabulary,
  vocabulary,
  widestOf,
} from "./parameter-values.ts";
import { parameters, unrestricted, usualDimension } from "./parameters.ts";
import type { Query } from "./query.ts";
import { parseRange } from "./range.ts";

const range = v.pipe(
  v.string(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    if (value === unrestricted) return null;
    const parsed = parseRange(value);
    if (parsed) return parsed;
    addIssue({ message: "must be a range of numbers, lower end first" });
    return NEVER;
  }),
);

export const wholeNumberPattern = /^(?:\d{1,5}|any)$/;

const wholeNumber = v.pipe(
  v.string(),
  v.regex(wholeNumberPattern, "must be a whole number"),
  v.transform((text) => (text === unrestricted ? null : Number(text))),
);

const dimension = v.pipe(
  v.string(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    if (value === usualDimension) return value;
    const text = dimensionText(value);
    if (text !== null) return text;
    addIssue({ message: "must be something cohorts can be compared by" });
    return NEVER;
  }),
);

/** Values joined by commas; order and repeats carry no meaning, so the vocabulary's order is kept. */
function list(values: readonly string[]) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(",")),
    v.array(v.picklist(values, "is not a known value")),
    v.transform((given) => values.filter((value) => given.includes(value))),
  );
}

/** From the text of one parameter to its value. */
export function parameterSchema(name: ParameterName, words: readonly string[]) {
  switch (parameters[name].form) {
    case "choice":
      return v.picklist(words);
    case "list":
      return list(words);
    case "range":
      return range;
    case "number":
      return wholeNumber;
    case "dimension":
      return dimension;
  }
}

/**
 * From URL text (one string per parameter) to a checked query. What is not said takes its default;
 * the caller puts the pins of a named set in first.
 */
export function querySchema(evidence: Vocabulary) {
  const words = vocabulary(evidence);
  const entries = Object.fromEntries(
    parameterNames.map((name) => [name, v.optional(parameterSchema(name, words[name]))]),
  );
  return v.pipe(
    v.strictObject(entries),
    v.transform((given): Query => {
      const properties = parameterNames.map((name) => {
        // To compare by what a filter holds back, the filter has to let it in.
        const unsaid = name === given.compare ? widestOf(name) : initialOf(name);
        return [propertyName(name), given[name] ?? unsaid];
      });
      // The one place where the table's types meet the text: each schema yields what its parameter holds.
      const query = Object.fromEntries(properties) as Query;
      return {
        ...query,
        outcome: withoutCovered(query.outcome, evidence),
        regimen: given.regimen === undefined ? defaultRegimen(query.setting) : query.regimen,
        target: query.target.includes("any") ? ["any"] : query.target,
        ...(query.model === "bayes" ? frequentistDefaults : {}),
      };
    }),
  );
}

/** The default model has one interval and fits each class by itself: what is said of either changes nothing. */
const frequentistDefaults = {
  interval: parameters.interval.initial,
  tau: parameters.tau.initial,
} as const;

/** An outcome already asked for by its group need not be asked for again; the summary set alone is the default. */
function withoutCovered(asked: readonly string[], { outcomes }: Vocabulary): readonly string[] {
  const needed = asked.filter((value) => {
    const outcome = outcomes.find(({ id }) => id === value);
    if (!outcome) return true;
    const inSummary = outcome.summary !== null && asked.includes("summary");
    return !inSummary && !asked.includes(outcome.group);
  });
  return needed.length === 1 && needed[0] === "summary" ? [] : needed;
}
