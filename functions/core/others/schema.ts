/**
 * Defines the schemas of what `/v1/subgroups` and `/v1/comparisons` answer of single studies; nothing is parsed
 * with them.
 */
import * as v from "valibot";
import { contrastKinds, designs } from "#data/collection-vocabulary.ts";
import {
  byClass,
  described,
  listOf,
  namedObject,
  oneOf,
  orNull,
} from "#data/schema/description.ts";
import {
  citedReportSourceSchema,
  citedSubgroupStudySchema,
  comparisonFigureSchema,
  comparisonStudySchema,
  sideSchema,
  subgroupFigureSchema,
} from "#data/schema.ts";

const subgroupLevelSchema = namedObject("SubgroupLevel", {
  ...v.omit(v.strictObject(subgroupFigureSchema.entries), [
    "variable",
    "outcome",
    "definition",
    "source",
  ]).entries,
  source: described(citedReportSourceSchema, "The source."),
});

export const subgroupTableSchema = namedObject("SubgroupTable", {
  study: described(
    v.strictObject({
      ...v.pick(v.strictObject(citedSubgroupStudySchema.entries), [
        "id",
        "label",
        "therapyClass",
        "products",
        "evidence",
        "enrolled",
      ]).entries,
      cohort: orNull(v.string(), "Our cohort of the same patients."),
    }),
    "The study.",
  ),
  variable: described(subgroupFigureSchema.entries.variable, "What patients were divided by."),
  outcome: described(v.string(), "Id of the outcome."),
  definition: orNull(v.string(), "What was counted, where that is not plain."),
  levels: listOf(subgroupLevelSchema, "In the order in which they were reported."),
});

export const variableCountSchema = namedObject("VariableCount", {
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

const comparisonRowSchema = namedObject("ComparisonRow", {
  ...v.omit(v.strictObject(comparisonFigureSchema.entries), ["of", "against", "source"]).entries,
  of: described(sideSchema, "The side, or level, whose figure it is."),
  against: orNull(sideSchema, "The side it is set against."),
  source: described(citedReportSourceSchema, "The source."),
});

export const comparisonTableSchema = namedObject("ComparisonTable", {
  study: described(
    v.pick(comparisonStudySchema, ["id", "label", "kind", "method", "disease", "network", "notes"]),
    "The study.",
  ),
  design: oneOf(designs, "How patients came to their side."),
  contrast: oneOf(
    contrastKinds,
    "What the study set against each other: the two classes, a class and standard therapy, one class with itself, or orders and groups of treatments.",
  ),
  betweenClasses: described(v.boolean(), "Whether some row sets CAR-T against a bispecific."),
  rows: listOf(comparisonRowSchema, "One entry for every figure."),
  crossover: listOf(
    comparisonRowSchema,
    "Of a randomised trial: how many control patients were given the product after all, whatever rows are asked for; its ratio of deaths is read with them. Else empty.",
  ),
  notReported: listOf(
    v.string(),
    "Of a randomised trial: outcomes that every one of them is asked for and this one does not report (survival without progression, overall survival, early deaths, what patients report of their health); else empty.",
  ),
});
