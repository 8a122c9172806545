/**
 * What a language says of the parameters of a question, by name, apart by who loads it: a page when a
 * sheet is opened, the engine of a phone with its answers, and what only the server says.
 */
import type { Field } from "#core/evidence/reasons.ts";
import type {
  FilterName,
  OfferedName,
  ParameterName,
  PropertyName,
} from "#core/question/parameter-names.ts";
import type { Query } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";

/** On a sheet. */
export interface ParameterOnSheet {
  readonly title: string;
  readonly note?: string;
  /** Words for values that are no ranges and that the evidence does not name itself. */
  readonly values?: Readonly<Record<string, string>>;
  /** After the numbers of a range. */
  readonly unit?: string;
}

export type ParameterWords = {
  readonly [Name in OfferedName]: ParameterOnSheet &
    /** What relaxing it asks for instead. */
    (Name extends FilterName ? { readonly relaxed: string } : unknown);
};

/** What of a cohort each asks for, in the reason why one is left out. */
export type ParameterFields = Readonly<Record<Field, string>>;

/** Of a range what stands before it; otherwise what the cohorts have to be, or nothing. */
type Brief<Value> = [Value] extends [Range | null] ? string : (value: Value) => string | null;

export type ParameterTexts = {
  readonly [Name in ParameterName]: {
    /** What it means, in one line, for who writes an address. */
    readonly description: string;
  } & (Name extends FilterName ? { readonly brief: Brief<Query[PropertyName<Name>]> } : unknown);
};

/** What relaxing a filter asks for instead, by its name; `all` relaxes every filter. */
export type RelaxedWords = Readonly<Record<string, string>>;
