/**
 * The parameters of a question in OpenAPI form, generated from the table that is also used to read
 * them.
 */
import type { JsonSchema } from "@valibot/to-json-schema";
import { dataset } from "#core/dataset.ts";
import { cutPattern, dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { type ParameterName, parameterNames } from "#core/question/parameter-names.ts";
import { vocabulary } from "#core/question/parameter-values.ts";
import { parameters, unrestricted, usualDimension } from "#core/question/parameters.ts";
import { parameterTexts, withoutFilters } from "#core/question/query-text.ts";
import { rangePattern } from "#core/question/range.ts";
import { wholeNumberPattern } from "#core/question/read-values.ts";
import type { Parameter } from "./open-api.ts";
import { parameterDescriptions } from "./parameter-descriptions.ts";

const words = vocabulary(dataset);
const defaults = parameterTexts(withoutFilters({ outcome: [] }));

/**
 * At least one end, or the word that removes a limit. A pattern cannot check that the lower end
 * comes first.
 */
const rangeText = `^(?:${unrestricted}|(?!-$)${rangePattern.source.replace(/^\^|\$$/g, "")})$`;

/** A name, or one of the names that need the number at which a median is divided. */
const dimensionPattern = `^(?:${[usualDimension, ...dimensionNames].join("|")}|(?:${Object.keys(thresholdExamples).join("|")}):${cutPattern.source})$`;

export function questionParameter(name: ParameterName): Parameter {
  const { form } = parameters[name];
  return {
    name,
    in: "query",
    description: parameterDescriptions[name],
    ...(form === "list" ? { style: "form", explode: false } : {}),
    schema: schemaOf(name),
  };
}

function schemaOf(name: ParameterName): JsonSchema {
  const values = [...words[name]];
  const initial = defaults[name];
  switch (parameters[name].form) {
    case "choice":
      // If no regimen is given, it follows from the setting.
      return {
        type: "string",
        enum: values,
        ...(initial === null || name === "regimen" ? {} : { default: initial }),
      };
    case "list":
      return {
        type: "array",
        items: { type: "string", enum: values },
        minItems: 1,
        ...(name === "outcome" ? { default: ["summary"] } : {}),
        ...(initial === null ? {} : { default: initial.split(",") }),
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
    case "number":
      return { type: "string", pattern: wholeNumberPattern.source, examples: values };
  }
}

/** By name, in canonical order. */
export const questionParameters: Readonly<Record<string, Parameter>> = Object.fromEntries(
  parameterNames.map((name) => [name, questionParameter(name)]),
);
