/** `GET /v1/comparisons`: sequential, matched and adjusted comparisons of others; not pooled. */
import * as v from "valibot";
import { dataset } from "#core/dataset.ts";
import { adjustedComparisonsOf, shownOfStudy } from "#core/others/adjusted-comparisons.ts";
import { comparisonKinds, contrastKinds, designs } from "#data/collection-vocabulary.ts";
import { comparisons as studies } from "#data/generated/collections.ts";
import { described, ifGiven, listOf, named, oneOf, orNull } from "#data/schema/description.ts";
import { comparisonFigureSchema, comparisonStudySchema, sideSchema } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { outcomeIds, outcomeLabel } from "#presentation/words/outcome-names.ts";
import { operation } from "./operation.ts";
import { filterOf, words } from "./parameters.ts";
import { resource } from "./resource.ts";
import { citedReportSourceSchema, closedQuery } from "./schemas/citation.ts";

export const comparisons = resource({
  path: "/v1/comparisons",
  parse: words({
    kind: Object.keys(comparisonKinds) as (keyof typeof comparisonKinds)[],
    "therapy-class": therapyClasses,
    product: dataset.products.map(({ slug }) => slug),
    outcome: outcomeIds,
    row: dataset.outcomes.map(({ id }) => id),
    contrast: contrastKinds,
  }),
  make: (query) => {
    const comparisons = adjustedComparisonsOf(studies, filterOf(query));
    const outcomes = new Set(
      comparisons.flatMap(({ rows, crossover, notReported }) => [
        ...[...rows, ...crossover].map(({ outcome }) => outcome),
        ...notReported,
      ]),
    );
    return {
      dataVersion: dataset.dataVersion,
      query,
      kinds: comparisonKinds,
      outcomes: Object.fromEntries([...outcomes].map((id) => [id, outcomeLabel(id)])),
      comparisons,
    };
  },
});

export function adjustedComparisonsSchema() {
  const comparisonRowSchema = named("ComparisonRow", {
    ...v.omit(v.strictObject(comparisonFigureSchema.entries), ["of", "against", "source"]).entries,
    of: described(sideSchema, "The side, or level, whose figure it is."),
    against: orNull(sideSchema, "The side it is set against."),
    source: described(citedReportSourceSchema, "The source."),
  });

  const comparisonTableSchema = named("ComparisonTable", {
    study: described(v.pick(comparisonStudySchema, shownOfStudy), "The study."),
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
      "Of a randomised trial: outcomes that every one of them is asked for and this one does not report (survival without progression, overall survival, early deaths); else empty.",
    ),
  });

  return named("AdjustedComparisons", {
    dataVersion: described(v.string(), "Changes with the data only."),
    query: described(
      v.strictObject({
        kind: ifGiven(
          v.picklist(Object.keys(comparisonKinds) as (keyof typeof comparisonKinds)[]),
          "What kind it is.",
        ),
        ...closedQuery,
        row: ifGiven(v.string(), "The outcome whose row it concerns."),
        contrast: ifGiven(v.picklist(contrastKinds), "What was set against each other."),
      }),
      "What was asked.",
    ),
    kinds: described(v.record(v.string(), v.string()), "The kinds of comparison, in words."),
    outcomes: described(
      v.record(v.string(), v.string()),
      "The outcomes of `rows`, `crossover` and `notReported`, in words.",
    ),
    comparisons: listOf(
      comparisonTableSchema,
      "What others found when they set treatments against each other, those between the classes first; never pooled.",
    ),
  });
}

export const operations = () => [
  operation(comparisons, {
    id: "getComparisons",
    tag: "Evidence",
    summary: "Sequences, matched and adjusted comparisons by others",
    description: "Shown beside our own comparison, never pooled with it.",
    parameters: {
      kind: { text: "How treatments were set against each other.", listed: "/v1/comparisons" },
      contrast:
        "`between` the two classes, a class and `standard` therapy, `within` one class, or `strategies` such as orders of treatments.",
    },
    schema: adjustedComparisonsSchema(),
    example: "/v1/comparisons?kind=matching-adjusted",
  }),
];
