/**
 * The parameters of a question in OpenAPI form, generated from the table that is also used to read
 * them.
 */
import type { JsonSchema } from "@valibot/to-json-schema";
import { dataset } from "#core/dataset.ts";
import { cutPattern, dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { isFollowing } from "#core/question/following.ts";
import {
  type FieldName,
  type ParameterName,
  parameterNames,
} from "#core/question/parameter-names.ts";
import { fieldNames, parameterOf, vocabulary } from "#core/question/parameter-values.ts";
import { parameters, unrestricted, usualDimension } from "#core/question/parameters.ts";
import { parameterTexts as defaultTexts, withoutFilters } from "#core/question/query-text.ts";
import { rangePattern } from "#core/question/range.ts";
import { kebabCase } from "#data/schema/common.ts";
import { parameterTexts } from "#presentation/words/parameter-texts.ts";

/** Of OpenAPI 3.1. */
export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: "query" | "path" | "header";
  description: string;
  required?: boolean;
  style?: "form";
  explode?: false;
  schema: JsonSchema;
}

/** What every field of a question means, in one line. */
export const parameterDescriptions = Object.fromEntries(
  fieldNames.map((name) => [name, parameterTexts[name].description]),
) as Readonly<Record<FieldName, string>>;

/** Parameters that several resources have. What one alone has is described with it. */
export const sharedParameterDescriptions: Readonly<Record<string, string>> = {
  "therapy-class": "The class that was given.",
  product: "A product that was given, by its slug.",
  outcome: "What was reported, by its id.",
  row: "An outcome compared here, by its id: everything that concerns its row, also in other terms.",
};

/** The resources that list the values of parameters whose values are data. */
export const listedAt: Readonly<Record<string, string>> = {
  exclude: "/v1/cohorts",
  product: "/v1/products",
  outcome: "/v1/outcomes",
  row: "/v1/outcomes",
  set: "/v1/choices",
};

/** The description of a parameter whose values are data, with where they are listed. */
export function withPlace(description: string, place: string | undefined): string {
  const from = place === undefined ? "" : ` Values come from \`${place}\`.`;
  return `${description}${from} Later data may add values.`;
}

const words = vocabulary(dataset);
const defaults = defaultTexts(withoutFilters({ outcome: [] }));

/**
 * At least one end, or the word that removes a limit. A pattern cannot check that the lower end
 * comes first.
 */
const rangeText = `^(?:${unrestricted}|(?!-$)${rangePattern.source.replace(/^\^|\$$/g, "")})$`;

/** A name, or one of the names that need the number at which a median is divided. */
const dimensionPattern = `^(?:${[usualDimension, ...dimensionNames].join("|")}|(?:${Object.keys(thresholdExamples).join("|")}):${cutPattern.source})$`;

/** One word of the data: those of today are examples, since the next release may add some. */
export function dataWord(values: readonly string[]): JsonSchema {
  return { type: "string", pattern: kebabCase.source, examples: [...values] };
}

export function questionParameter(name: ParameterName): Parameter {
  const { form } = parameters[name];
  const description = parameterDescriptions[name];
  return {
    name,
    in: "query",
    description: isOpen(name) ? withPlace(description, listedAt[name]) : description,
    ...(form === "list" ? { style: "form", explode: false } : {}),
    schema: schemaOf(name),
  };
}

/** Whether the evidence may add words. */
function isOpen(name: ParameterName): boolean {
  const { form, words } = parameterOf(name);
  return typeof words === "function" && form !== "dimension";
}

function schemaOf(name: ParameterName): JsonSchema {
  const values = [...words[name]];
  const initial = defaults[name];
  const word: JsonSchema = isOpen(name) ? dataWord(values) : { type: "string", enum: values };
  switch (parameters[name].form) {
    case "choice":
      return { ...word, ...(initial === null || isFollowing(name) ? {} : { default: initial }) };
    case "list":
      return {
        type: "array",
        items: word,
        minItems: 1,
        ...(name === "outcome" ? { default: ["summary"] } : {}),
        ...(initial === null || isFollowing(name) ? {} : { default: initial.split(",") }),
      };
    case "range":
      return { type: "string", pattern: rangeText, examples: values };
    case "dimension":
      return {
        type: "string",
        pattern: dimensionPattern,
        default: usualDimension,
        examples: values,
      };
  }
}

/** By name, in canonical order. */
export const questionParameters: Readonly<Record<string, Parameter>> = Object.fromEntries(
  parameterNames.map((name) => [name, questionParameter(name)]),
);
