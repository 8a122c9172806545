/** The question an answer repeats, defaults included; made from the table of parameters. */
import * as v from "valibot";
import {
  type ParameterName,
  type PropertyName,
  parameterNames,
  propertyName,
} from "#core/question/parameter-names.ts";
import { isFilter, parameterOf, widestOf } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";

/** An open end is `null`. */
export const rangeSchema = v.strictObject({
  min: v.nullable(v.number()),
  max: v.nullable(v.number()),
});

const range = v.nullable(rangeSchema);

/** What a parameter holds once it is read; words that come from the evidence are any. */
function valueSchema(name: ParameterName): v.GenericSchema {
  const { form, words } = parameterOf(name);
  if (form === "range") return range;
  if (form === "number") return v.nullable(v.number());
  const word = typeof words === "function" ? v.string() : v.picklist(widestLast(name, words));
  return form === "list" ? v.array(word) : word;
}

/** Of a filter, what leaves nobody out comes after what leaves somebody out. */
function widestLast(name: ParameterName, words: readonly string[]): string[] {
  const isWidest = (word: string) => isFilter(name) && word === widestOf(name);
  return [...words.filter((word) => !isWidest(word)), ...words.filter(isWidest)];
}

type Schemas = {
  [Name in ParameterName as PropertyName<Name>]: v.GenericSchema<Query[PropertyName<Name>]>;
};

// The one place where the table's types meet the schemas: each takes what its parameter holds.
const { set, compare, ...others } = Object.fromEntries(
  parameterNames.map((name) => [propertyName(name), valueSchema(name)]),
) as Schemas;

/** What the groups are stands beside what they are taken from. */
export const querySchema = v.strictObject({ set, compare, ...others });
