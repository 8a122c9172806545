/** `GET /v1/subgroups`: results of single studies by age, prior lines and the like; not pooled. */
import * as v from "valibot";
import { byClass } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { subgroupsOf, variablesOf } from "#core/others/subgroups.ts";
import { subgroupVariables } from "#data/collection-vocabulary.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { described, ifGiven, listOf, named, orNull } from "#data/schema/description.ts";
import { enrolledOfStudySchema, subgroupFigureSchema, subgroupStudySchema } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { outcomeIds } from "#presentation/words/outcome-names.ts";
import { operation } from "./operation.ts";
import { filterOf, words } from "./parameters.ts";
import { resource } from "./resource.ts";
import { citedReportSourceSchema, closedQuery, enrolledText } from "./schemas/citation.ts";

export const subgroups = resource({
  path: "/v1/subgroups",
  parse: words({
    variable: Object.keys(subgroupVariables) as (keyof typeof subgroupVariables)[],
    "therapy-class": therapyClasses,
    product: dataset.products.map(({ slug }) => slug),
    outcome: outcomeIds,
  }),
  make: (query) => ({
    dataVersion: dataset.dataVersion,
    query,
    variables: variablesOf(studies),
    subgroups: subgroupsOf(studies, filterOf(query)),
  }),
});

export function subgroupsSchema() {
  const subgroupLevelSchema = named("SubgroupLevel", {
    ...v.omit(v.strictObject(subgroupFigureSchema.entries), [
      "variable",
      "outcome",
      "definition",
      "source",
    ]).entries,
    source: described(citedReportSourceSchema, "The source."),
  });

  const subgroupTableSchema = named("SubgroupTable", {
    study: described(
      v.strictObject({
        ...v.pick(subgroupStudySchema, ["id", "label", "therapyClass", "products", "evidence"])
          .entries,
        enrolled: described(enrolledOfStudySchema, enrolledText),
        cohort: orNull(v.string(), "Our cohort of the same patients."),
      }),
      "The study.",
    ),
    variable: described(subgroupFigureSchema.entries.variable, "What patients were divided by."),
    outcome: described(v.string(), "Id of the outcome."),
    definition: orNull(v.string(), "What was counted, where that is not plain."),
    levels: listOf(subgroupLevelSchema, "In the order in which they were reported."),
  });

  const variableCountSchema = named("VariableCount", {
    variable: described(subgroupFigureSchema.entries.variable, "What patients were divided by."),
    label: described(v.string(), "A few words to show."),
    counts: described(
      byClass(
        v.strictObject({
          studies: described(v.number(), "Number of studies."),
          figures: described(v.number(), "Number of figures."),
        }),
      ),
      "How much was found.",
    ),
  });

  return named("Subgroups", {
    dataVersion: described(v.string(), "Changes with the data only."),
    query: described(
      v.strictObject({
        variable: ifGiven(
          v.picklist(Object.keys(subgroupVariables) as (keyof typeof subgroupVariables)[]),
          "What patients were divided by.",
        ),
        ...closedQuery,
      }),
      "What was asked.",
    ),
    variables: listOf(variableCountSchema, "Every variable, and how much either class has of it."),
    subgroups: listOf(
      subgroupTableSchema,
      "Results of single studies by a property of their patients; never pooled.",
    ),
  });
}

export const operations = () => [
  operation(subgroups, {
    id: "getSubgroups",
    tag: "Evidence",
    summary: "What single studies report by subgroup",
    description: "Levels of one study side by side. Nothing is pooled.",
    parameters: {
      variable: { text: "What the patients of a study were divided by.", listed: "/v1/subgroups" },
    },
    schema: subgroupsSchema(),
    example: "/v1/subgroups?variable=age&therapy-class=bsab",
  }),
];
