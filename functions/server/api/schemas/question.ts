/** The question in an answer. Each field has the meaning of its parameter. */
import * as v from "valibot";
import { answerStamp } from "#core/comparison/schema-parts.ts";
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import { described, named } from "#data/schema/described.ts";
import { parameterDescriptions } from "../../documentation/parameter-descriptions.ts";
import { querySchema, rangeSchema } from "./query.ts";

const range = v.nullable(
  named("Range", {
    min: described(rangeSchema.entries.min, "Lower end; `null` when open."),
    max: described(rangeSchema.entries.max, "Upper end; `null` when open."),
  }),
);

const names = new Map<string, (typeof parameterNames)[number]>(
  parameterNames.map((name) => [propertyName(name), name]),
);

const entries = Object.entries(querySchema.entries).map(([field, schema]) => {
  const name = names.get(field);
  if (name === undefined) throw new Error(`${field} is no parameter`);
  const isRange = "wrapped" in schema && schema.wrapped === rangeSchema;
  return [field, described(isRange ? range : schema, parameterDescriptions[name])];
});

export const questionSchema = named(
  "Query",
  Object.fromEntries(entries) as typeof querySchema.entries,
);

/** Fields of every answer to a question. */
export const asked = {
  ...answerStamp,
  query: described(questionSchema, "What was asked, defaults included."),
  canonical: described(
    v.string(),
    "The question as one text, without what is default; empty for the default question.",
  ),
};
