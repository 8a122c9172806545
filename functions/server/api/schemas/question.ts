/** Derives the schemas from the table of the fields of a question. */
import * as v from "valibot";
import { answerStamp, rangeSchema, therapyClassSchema } from "#core/answer/schema/parts.ts";
import { type FieldName, type PropertyName, propertyName } from "#core/question/parameter-names.ts";
import { fieldNames, isFilter, parameterOf, widestOf } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { described, named, orAbsent } from "#data/schema/description.ts";
import { parameterTexts } from "#presentation/words/parameter-texts.ts";

const range = v.nullable(rangeSchema);

function fieldSchema(name: FieldName): v.GenericSchema {
  return described(valueSchema(name), parameterTexts[name].description);
}

/** The value of a field. If its words come from the evidence, any string. */
function valueSchema(name: FieldName): v.GenericSchema {
  const { form, words } = parameterOf(name);
  if (form === "range") return range;
  const word = typeof words === "function" ? v.string() : v.picklist(widestLast(name, words));
  return form === "list" ? v.array(word) : word;
}

/** The words of a filter that leave cohorts out come first and the widest one last. */
function widestLast(name: FieldName, words: readonly string[]): string[] {
  const isWidest = (word: string) => isFilter(name) && word === widestOf(name);
  return [...words.filter((word) => !isWidest(word)), ...words.filter(isWidest)];
}

type Schemas = {
  [Name in FieldName as PropertyName<Name>]: v.GenericSchema<Query[PropertyName<Name>]>;
};

// The only place where the types of the table meet the schemas: `fieldSchema` returns the schema of
// the type that each field holds.
const { set, compare, ...fields } = Object.fromEntries(
  fieldNames.map((name) => [propertyName(name), fieldSchema(name)]),
) as Schemas;

/** `compare` (what the groups are) is placed next to `set` (where they come from). */
export const questionSchema = named("Query", { set, compare, ...fields });

export const questionFields = {
  ...answerStamp,
  query: described(questionSchema, "What was asked, defaults included."),
  canonical: described(
    v.string(),
    "The question as one text, without what is default; empty for the default question.",
  ),
};

/** The part of a query for subgroups or comparisons that is about treatment and outcome. */
export const closedQuery = {
  "therapy-class": orAbsent(therapyClassSchema, "The class."),
  product: orAbsent(v.string(), "Slug of the product."),
  outcome: orAbsent(v.string(), "Id of the outcome."),
};
