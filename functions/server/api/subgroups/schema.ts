/** What `/v1/subgroups` answers. */
import * as v from "valibot";
import { byClass } from "#core/comparison/schema-parts.ts";
import { subgroupVariables } from "#data/collection-vocabulary.ts";
import { described, named } from "#data/schema/described.ts";
import { subgroupFigureSchema, subgroupStudySchema } from "#data/schema.ts";
import { citedReportSourceSchema } from "../schemas/cited.ts";
import { closedQuery } from "../schemas/closed-query.ts";

const subgroupLevelSchema = named("SubgroupLevel", {
  ...v.omit(v.strictObject(subgroupFigureSchema.entries), [
    "variable",
    "outcome",
    "definition",
    "source",
  ]).entries,
  source: described(citedReportSourceSchema, "The source."),
});

export const subgroupTableSchema = named("SubgroupTable", {
  study: described(
    v.strictObject({
      ...v.pick(subgroupStudySchema, ["id", "label", "therapyClass", "products", "evidence"])
        .entries,
      cohort: described(v.nullable(v.string()), "Our cohort of the same patients."),
    }),
    "The study.",
  ),
  variable: described(subgroupFigureSchema.entries.variable, "What patients were divided by."),
  outcome: described(v.string(), "Id of the outcome."),
  definition: described(v.nullable(v.string()), "What was counted, where that is not plain."),
  levels: described(v.array(subgroupLevelSchema), "In the order in which they were reported."),
});

export const variableCountSchema = named("VariableCount", {
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

export const subgroupsSchema = named("Subgroups", {
  dataVersion: described(v.string(), "Changes with the data only."),
  query: described(
    v.strictObject({
      variable: v.exactOptional(
        described(
          v.picklist(Object.keys(subgroupVariables) as (keyof typeof subgroupVariables)[]),
          "What patients were divided by.",
        ),
      ),
      ...closedQuery,
    }),
    "What was asked.",
  ),
  variables: described(
    v.array(variableCountSchema),
    "Every variable, and how much either class has of it.",
  ),
  subgroups: described(
    v.array(subgroupTableSchema),
    "Results of single studies by a property of their patients; never pooled.",
  ),
});
