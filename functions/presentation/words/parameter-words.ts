/**
 * The texts about each parameter of a question. They are divided by use: a page loads some when a
 * sheet is opened, the engine in the browser loads some with its answers, and the server alone uses
 * the rest.
 */
import type {
  FilterName,
  OfferedName,
  ParameterName,
  PropertyName,
} from "#core/question/parameter-names.ts";
import type { Query } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";

/** The texts on a sheet. */
export interface ParameterOnSheet {
  readonly title: string;
  readonly note?: string;
  /** Names of values, except for ranges and for values that the evidence names itself. */
  readonly values?: Readonly<Record<string, string>>;
  /** Follows the numbers of a range. */
  readonly unit?: string;
}

export type ParameterWords = {
  readonly [Name in OfferedName]: ParameterOnSheet &
    /** The name of the relaxation of this filter. */
    (Name extends FilterName ? { readonly relaxed: string } : unknown);
};

/**
 * For a range, the text before it. Otherwise, the description of the cohorts that match, or `null`.
 */
type Brief<Value> = [Value] extends [Range | null] ? string : (value: Value) => string | null;

export type ParameterTexts = {
  readonly [Name in ParameterName]: {
    /** One line about its meaning, for developers who write URLs. */
    readonly description: string;
  } & (Name extends FilterName ? { readonly brief: Brief<Query[PropertyName<Name>]> } : unknown);
};
