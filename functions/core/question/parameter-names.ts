/** Names of parameters, as words of an address and as properties. */
import type { ParameterName, parameters } from "./parameters.ts";

export { type ParameterName, parameterNames } from "./parameters.ts";

/** Those whose entry says this. */
export type NamesWith<Entry> = {
  [Name in ParameterName]: (typeof parameters)[Name] extends Entry ? Name : never;
}[ParameterName];

/** Those that leave cohorts out. */
export type FilterName = NamesWith<{ filter: unknown }>;

/** Of these, those with a rule of their own. */
export type OwnFilterName = NamesWith<{ filter: "own" }>;

/** Those with a value that the usual rules do not know. */
export type BeyondName = NamesWith<{ beyond: true }>;

/** Those that can be chosen at a tap. */
export type OfferedName = NamesWith<{ section: unknown }>;

/** Of these, those whose choices follow from the question, or are whole questions. */
export type OfferedByQuestion = NamesWith<{ taps: "by-question" }>;

/** `prior-bcma` → `priorBcma`: the name of a parameter as a property. */
export type PropertyName<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<PropertyName<Tail>>}`
  : Name;

export function propertyName<Name extends string>(name: Name): PropertyName<Name> {
  const camelCase = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return camelCase as PropertyName<Name>;
}
