/** What `/v1/comparisons` answers. */
import * as v from "valibot";
import { comparisonKinds, contrastKinds, designs } from "#data/collection-vocabulary.ts";
import { described, named } from "#data/schema/described.ts";
import { comparisonFigureSchema, comparisonStudySchema, sideSchema } from "#data/schema.ts";
import { citedReportSourceSchema } from "../schemas/cited.ts";
import { closedQuery } from "../schemas/closed-query.ts";

const comparisonRowSchema = named("ComparisonRow", {
  ...v.omit(v.strictObject(comparisonFigureSchema.entries), ["of", "against", "source"]).entries,
  of: described(sideSchema, "The side, or level, whose figure it is."),
  against: described(v.nullable(sideSchema), "The side it is set against."),
  source: described(citedReportSourceSchema, "The source."),
});

export const comparisonTableSchema = named("ComparisonTable", {
  study: described(
    v.pick(comparisonStudySchema, ["id", "label", "kind", "method", "disease", "notes"]),
    "The study.",
  ),
  design: described(v.picklist(designs), "How patients came to their side."),
  contrast: described(
    v.picklist(contrastKinds),
    "What the study set against each other: the two classes, a class and standard therapy, one class with itself, or orders and groups of treatments.",
  ),
  betweenClasses: described(v.boolean(), "Whether some row sets CAR-T against a bispecific."),
  rows: described(v.array(comparisonRowSchema), "One entry for every figure."),
});

export const adjustedComparisonsSchema = named("AdjustedComparisons", {
  dataVersion: described(v.string(), "Changes with the data only."),
  query: described(
    v.strictObject({
      kind: v.exactOptional(
        described(
          v.picklist(Object.keys(comparisonKinds) as (keyof typeof comparisonKinds)[]),
          "What kind it is.",
        ),
      ),
      ...closedQuery,
      row: v.exactOptional(described(v.string(), "The outcome whose row it concerns.")),
      contrast: v.exactOptional(
        described(v.picklist(contrastKinds), "What was set against each other."),
      ),
    }),
    "What was asked.",
  ),
  kinds: described(v.record(v.string(), v.string()), "The kinds of comparison, in words."),
  outcomes: described(v.record(v.string(), v.string()), "The outcomes of the rows, in words."),
  comparisons: described(
    v.array(comparisonTableSchema),
    "What others found when they set treatments against each other, those between the classes first; never pooled.",
  ),
});
