/**
 * The question in an answer, including defaults. The schema is generated from the table of
 * parameters.
 */
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

/** The value of a parameter. If its words come from the evidence, any string. */
function valueSchema(name: ParameterName): v.GenericSchema {
  const { form, words } = parameterOf(name);
  if (form === "range") return range;
  if (form === "number") return v.nullable(v.number());
  const word = typeof words === "function" ? v.string() : v.picklist(widestLast(name, words));
  return form === "list" ? v.array(word) : word;
}

/** For a filter, the words that leave cohorts out come first and the widest one last. */
function widestLast(name: ParameterName, words: readonly string[]): string[] {
  const isWidest = (word: string) => isFilter(name) && word === widestOf(name);
  return [...words.filter((word) => !isWidest(word)), ...words.filter(isWidest)];
}

type Schemas = {
  [Name in ParameterName as PropertyName<Name>]: v.GenericSchema<Query[PropertyName<Name>]>;
};

// The only place where the types of the table meet the schemas: `valueSchema` returns the schema of
// the type that each parameter holds.
const { set, compare, ...others } = Object.fromEntries(
  parameterNames.map((name) => [propertyName(name), valueSchema(name)]),
) as Schemas;

/** `compare` (what the groups are) is placed next to `set` (where they come from). */
export const querySchema = v.strictObject({ set, compare, ...others });
