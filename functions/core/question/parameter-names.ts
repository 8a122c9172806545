/** Defines types for parameter names, as they are written in a URL and as property names. */
import type { parameters } from "./parameters.ts";

export { type ParameterName, parameterNames } from "./parameters.ts";

/** The parameters, and what only a named set decides. */
export type FieldName = keyof typeof parameters;

type NamesWith<Entry> = {
  [Name in FieldName]: (typeof parameters)[Name] extends Entry ? Name : never;
}[FieldName];

export type FilterName = NamesWith<{ filter: unknown }>;

/** Names the filters that have a predicate of their own in `evidence/filters.ts`. */
export type PredicateFilterName = NamesWith<{ filter: "predicate" }>;

export type OfferedName = NamesWith<{ section: unknown }>;

/** The offered parameters whose choices depend on the question, or are whole questions. */
export type OfferedByQuestion = NamesWith<{ taps: "by-question" }>;

/** Makes `prior-bcma` → `priorBcma`: the name of a parameter as a property. */
export type PropertyName<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<PropertyName<Tail>>}`
  : Name;

export function makePropertyName<Name extends string>(name: Name): PropertyName<Name> {
  const camelCase = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return camelCase as PropertyName<Name>;
}
