/** What a page may set on the element and hear of it; parameters derive from their table. */
import type { Comparison } from "#core/comparison/answer.ts";
import type { ParameterName, PropertyName } from "#core/question/parameter-names.ts";
import type { appearance } from "#presentation/screen/appearance.ts";
import type { Failure } from "./answers/client.ts";

/** Every parameter as a property that reflects its attribute: `priorLines`, `age`. */
export type QuestionProperties = {
  [Name in ParameterName as PropertyName<Name>]: string | null;
};

type AppearanceName = keyof typeof appearance;

/**
 * Properties that reflect the attributes of the look. An unknown value counts as the first allowed
 * one.
 */
export type AppearanceProperties = {
  [Name in AppearanceName]: string | null;
};

export interface Change {
  /** The question in canonical order; empty for the default one. */
  query: string;
  /** Address of a page that shows the same question. */
  permalink: string;
}

export interface Told {
  change: Change;
  result: Comparison;
  error: Failure;
}

/**
 * Events of the element; all of them bubble and leave shadow roots. Each is fired under two names,
 * because the templates of some frameworks cannot write a colon.
 */
export type MyelomaCompareEventMap = {
  [Kind in keyof Told as `myeloma-compare${":" | "-"}${Kind}`]: CustomEvent<Told[Kind]>;
};
