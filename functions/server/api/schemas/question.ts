/** Derives the schemas from the table of the fields of a question. */
import * as v from "valibot";
import { answerStamp, rangeSchema } from "#core/answer/schema/parts.ts";
import {
  fieldNames,
  isFilterName,
  lookUpParameter,
  readWidestValue,
} from "#core/question/parameter-values.ts";
import {
  type FieldName,
  makePropertyName,
  type PropertyName,
  type StatedQuery,
} from "#core/question/query.ts";
import { described, namedObject, orNull } from "#data/schema/description.ts";
import { parameterWords } from "#presentation/words/parameter-words.ts";

const range = v.nullable(rangeSchema);

function makeQuestionFieldSchema(name: FieldName): v.GenericSchema {
  const { description } = parameterWords[name];
  return name === "interval"
    ? orNull(
        makeFieldValueSchema(name),
        `${description} \`null\` if \`model\` is \`bayes\`, whose intervals are credible. With any model the interval of a single trial is exact, and that of a pool whose \`status\` is \`fallback\` is credible.`,
      )
    : described(makeFieldValueSchema(name), description);
}

/** Returns the schema of a field. If the words of the field come from the evidence, any string is valid. */
function makeFieldValueSchema(name: FieldName): v.GenericSchema {
  const { form, words } = lookUpParameter(name);
  if (form === "range") return range;
  const word =
    typeof words === "function" ? v.string() : v.picklist(sortWidestWordLast(name, words));
  return form === "list" ? v.array(word) : word;
}

/** Sorts the words of a filter: words that exclude cohorts come first, the widest word last. */
function sortWidestWordLast(name: FieldName, words: readonly string[]): string[] {
  const isWidest = (word: string) => isFilterName(name) && word === readWidestValue(name);
  return [...words.filter((word) => !isWidest(word)), ...words.filter(isWidest)];
}

type Schemas = {
  [Name in Exclude<FieldName, "view" | "lanes"> as PropertyName<Name>]: v.GenericSchema<
    StatedQuery[PropertyName<Name>]
  >;
};

// Types of the table meet the schemas only here: `makeQuestionFieldSchema` returns the schema of the type that each field holds.
const { set, compare, ...fields } = Object.fromEntries(
  fieldNames
    .filter((name) => name !== "view" && name !== "lanes")
    .map((name) => [makePropertyName(name), makeQuestionFieldSchema(name)]),
) as Schemas;

/** `compare` (what the groups are) stands next to `set` (where the groups come from). */
export const questionSchema = namedObject("Query", { set, compare, ...fields });

export const questionFields = {
  ...answerStamp,
  query: described(questionSchema, "What was asked, defaults included."),
  canonical: described(
    v.string(),
    "The question as one text, without what is default; empty for the default question.",
  ),
};
