/** Defines the type of a checked question. `functions/core/question/parse-query.ts` reads it from text. */
import type { FieldName, PropertyName } from "./parameter-names.ts";
import type { parameters } from "./parameters.ts";
import type { Range } from "./range.ts";

/** One word of the closed list of an entry; any string if the words come from the evidence. */
type WordOf<Words> = Words extends readonly (infer Word extends string)[] ? Word : string;

type ValueOf<Entry> = Entry extends { form: "range" }
  ? Range | null
  : Entry extends { form: "list"; words: infer Words }
    ? readonly WordOf<Words>[]
    : Entry extends { words: infer Words }
      ? WordOf<Words>
      : never;

/** Property names are names of fields in camelCase. An empty list and `null` restrict nothing. */
export type Query = {
  [Name in FieldName as PropertyName<Name>]: ValueOf<(typeof parameters)[Name]>;
};

export type Value = string | readonly string[] | Range | null;

/** Describes a question as an answer states it: `interval` is `null` if the model has credible intervals. */
export type StatedQuery = {
  [Name in keyof Query]: Name extends "interval" ? Query[Name] | null : Query[Name];
};
