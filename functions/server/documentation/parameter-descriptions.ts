/** What every field of a question means, in one line. */
import type { FieldName } from "#core/question/parameter-names.ts";
import { fieldNames } from "#core/question/parameter-values.ts";
import { catalogue } from "#presentation/words/catalogue.ts";

export const parameterDescriptions = Object.fromEntries(
  fieldNames.map((name) => [name, catalogue.parameterTexts[name].description]),
) as Readonly<Record<FieldName, string>>;

/** Parameters that only one or two resources have. */
export const otherParameterDescriptions = {
  theme: "Colours for a light or a dark page.",
  format:
    "`page`: every cohort, as high as it needs to be. `wide`: 16:9 for a slide, 1280 by 720, no text below 14 points; the cohorts of least weight are then counted instead of drawn where there is no room.",
  data: "The date of the data that a link was made with. Never computed with: a page says if its data are newer.",
  moderator: "What of the cohorts the rate may go with.",
  variable: "What the patients of a study were divided by.",
  kind: "How treatments were set against each other.",
  "therapy-class": "The class that was given.",
  product: "A product that was given, by its slug.",
  outcome: "What was reported, by its id.",
  row: "An outcome compared here, by its id: everything that concerns its row, also in other terms.",
  contrast:
    "`between` the two classes, a class and `standard` therapy, `within` one class, or `strategies` such as orders of treatments.",
  id: "Id of a cohort.",
  slug: "Slug of a product.",
} as const;

/** The resources that list the values of parameters whose values are data. */
export const listedAt: Readonly<Record<string, string>> = {
  exclude: "/v1/cohorts",
  id: "/v1/cohorts",
  product: "/v1/products",
  slug: "/v1/products",
  outcome: "/v1/outcomes",
  row: "/v1/outcomes",
  kind: "/v1/comparisons",
  set: "/v1/choices",
  variable: "/v1/subgroups",
};

/** The description of a parameter whose values are data, with where they are listed. */
export function withPlace(name: string, description: string): string {
  const place = listedAt[name];
  const from = place === undefined ? "" : ` Values come from \`${place}\`.`;
  return `${description}${from} Later data may add values.`;
}
