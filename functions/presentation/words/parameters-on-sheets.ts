/** Holds the texts about each parameter on the screen, in the order of the URL. */

import type { ModeratorName } from "#core/answer/answer.ts";
import type { ChoiceName } from "#core/choices/choices.ts";
import type {
  FieldName,
  FilterName,
  OfferedName,
  PropertyName,
  Query,
} from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import texts from "./parameters.json" with { type: "json" };

export interface ParameterOnSheet {
  readonly title: string;
  readonly note?: string;
  /** Names the values, except ranges and values that the data name themselves. */
  readonly values?: Readonly<Record<string, string>>;
  /** This text follows the numbers of a range. */
  readonly unit?: string;
}

type ParameterWords = {
  readonly [Name in OfferedName]: ParameterOnSheet &
    /** Names the question without this filter. */
    (Name extends FilterName ? { readonly widening: string } : unknown);
};

export const parameters: ParameterWords = texts;

/** Holds the filters of the sheets. The titles of the two most used filters are as short as the buttons of one row. */
export const parametersOnSheets: Readonly<Record<ChoiceName, ParameterOnSheet>> = {
  preset: { title: "Ready-made questions" },
  ...parameters,
};

/** Names the numbers of a study within a text. */
export const numberNames = {
  "prior-lines": "median prior lines",
  age: "median age",
  year: "year of publication",
  "follow-up": "median follow-up",
  "high-risk": "percent with high-risk cytogenetics",
  emd: "percent with extramedullary disease",
} as const satisfies Partial<Record<ModeratorName | FieldName, string>>;

/**
 * Holds the text before a range; for other parameters a function that describes the matching cohorts, or returns
 * `null`.
 */
type Brief<Value> = [Value] extends [Range | null] ? string : (value: Value) => string | null;

export type ParameterTexts = {
  readonly [Name in FieldName]: {
    /** States the meaning in one line, for developers who write URLs. */
    readonly description: string;
  } & (Name extends FilterName ? { readonly brief: Brief<Query[PropertyName<Name>]> } : unknown);
};
