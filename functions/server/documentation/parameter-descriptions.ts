/** What every field of a question means, in one line. */

import type { FieldName } from "#core/question/parameter-names.ts";
import { fieldNames } from "#core/question/parameter-values.ts";
import { parameterTexts } from "#presentation/words/parameter-texts.ts";

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
