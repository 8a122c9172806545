/** The texts about each parameter on the screen, in the order of the URL, and what the others are. */
import type { ModeratorName } from "#core/answer/answer.ts";
import type { ChoiceName } from "#core/choices/choices.ts";
import type {
  FieldName,
  FilterName,
  OfferedName,
  PropertyName,
} from "#core/question/parameter-names.ts";
import type { Query } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import texts from "./parameters.json" with { type: "json" };

export interface ParameterOnSheet {
  readonly title: string;
  readonly note?: string;
  /** Names of values, except for ranges and for values that the evidence names itself. */
  readonly values?: Readonly<Record<string, string>>;
  /** Follows the numbers of a range. */
  readonly unit?: string;
}

type ParameterWords = {
  readonly [Name in OfferedName]: ParameterOnSheet &
    /** The name of the question without this filter. */
    (Name extends FilterName ? { readonly widening: string } : unknown);
};

export const parameters: ParameterWords = texts;

/** The filters of the sheets: the two that are asked most are as short as the buttons of one row. */
export const parametersOnSheets: Readonly<Record<ChoiceName, ParameterOnSheet>> = {
  preset: { title: "Ready-made questions" },
  ...parameters,
};

/** Names of the numbers of a study within a text. */
export const numberNames = {
  "prior-lines": "median prior lines",
  age: "median age",
  year: "year of publication",
  "follow-up": "median follow-up",
  "high-risk": "percent with high-risk cytogenetics",
  emd: "percent with extramedullary disease",
} as const satisfies Partial<Record<ModeratorName | FieldName, string>>;

/** The text before a range; for other parameters a function that describes the matching cohorts, or returns `null`. */
type Brief<Value> = [Value] extends [Range | null] ? string : (value: Value) => string | null;

export type ParameterTexts = {
  readonly [Name in FieldName]: {
    /** One line about its meaning, for developers who write URLs. */
    readonly description: string;
  } & (Name extends FilterName ? { readonly brief: Brief<Query[PropertyName<Name>]> } : unknown);
};
