/**
 * Defines the type of a checked question and of the names of its fields. `functions/core/question/parse-query.ts` reads
 * a question from text.
 */
import type { parameters } from "./parameters.ts";
import type { Range } from "./range.ts";

/** Derives one word of the closed list of an entry; any string if the words come from the evidence. */
type WordOf<Words> = Words extends readonly (infer Word extends string)[] ? Word : string;

type ValueOf<Entry> = Entry extends { form: "range" }
  ? Range | null
  : Entry extends { form: "list"; words: infer Words }
    ? readonly WordOf<Words>[]
    : Entry extends { words: infer Words }
      ? WordOf<Words>
      : never;

/**
 * Describes a checked question. Property names are names of fields in camelCase. An empty list and `null` restrict
 * nothing.
 */
export type Query = {
  [Name in FieldName as PropertyName<Name>]: ValueOf<(typeof parameters)[Name]>;
};

export type Value = string | readonly string[] | Range | null;

/**
 * Describes a question as an answer states it: without its view and lanes, and `interval` is `null` if the model has credible
 * intervals.
 */
export type StatedQuery = {
  [Name in Exclude<keyof Query, "view" | "lanes">]: Name extends "interval"
    ? Query[Name] | null
    : Query[Name];
};

/** Names the parameters, and the fields that only a named set decides. */
export type FieldName = keyof typeof parameters;

type NamesWith<Entry> = {
  [Name in FieldName]: (typeof parameters)[Name] extends Entry ? Name : never;
}[FieldName];

export type FilterName = NamesWith<{ filter: unknown }>;

/** Names the filters that have a predicate of their own in `evidence/filters.ts`. */
export type PredicateFilterName = NamesWith<{ filter: "predicate" }>;

/** Names the filters that limit a number of a cohort. */
export type RangeFilterName = Exclude<FilterName, PredicateFilterName>;

export type OfferedName = NamesWith<{ section: unknown }>;

/** Names the offered parameters whose choices depend on the question, or are whole questions. */
export type OfferedByQuestion = NamesWith<{ taps: "by-question" }>;

/** Converts the name of a parameter to that of a property: `prior-bcma` to `priorBcma`. */
export type PropertyName<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<PropertyName<Tail>>}`
  : Name;

export function makePropertyName<Name extends string>(name: Name): PropertyName<Name> {
  const camelCase = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return camelCase as PropertyName<Name>;
}
