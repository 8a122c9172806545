/** What was asked of the evidence, already checked. `functions/core/question/parse-query.ts` reads it from text. */
import type { ParameterName, PropertyName } from "./parameter-names.ts";
import type { parameters } from "./parameters.ts";
import type { Range } from "./range.ts";

/** Of the closed list of an entry; any where the evidence says them. */
type WordOf<Words> = Words extends readonly (infer Word extends string)[] ? Word : string;

type ValueOf<Entry> = Entry extends { form: "range" }
  ? Range | null
  : Entry extends { form: "number" }
    ? number | null
    : Entry extends { form: "list"; words: infer Words }
      ? readonly WordOf<Words>[]
      : Entry extends { words: infer Words }
        ? WordOf<Words>
        : never;

/** Property names are the parameters' in camelCase; an empty list restricts nothing, a `null` range neither. */
export type Query = {
  [Name in ParameterName as PropertyName<Name>]: ValueOf<(typeof parameters)[Name]>;
};

/** Of any parameter. */
export type Value = string | readonly string[] | Range | number | null;
