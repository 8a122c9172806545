/** The texts about each parameter on the screen, in the order of the URL, and what the others are. */
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

/** For a range the text before it, otherwise what the matching cohorts are, or `null`. */
type Brief<Value> = [Value] extends [Range | null] ? string : (value: Value) => string | null;

export type ParameterTexts = {
  readonly [Name in FieldName]: {
    /** One line about its meaning, for developers who write URLs. */
    readonly description: string;
  } & (Name extends FilterName ? { readonly brief: Brief<Query[PropertyName<Name>]> } : unknown);
};
