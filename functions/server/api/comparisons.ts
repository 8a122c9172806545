/** Serves `GET /v1/comparisons`: published sequential, matched and adjusted comparisons, which are never pooled. */
import * as v from "valibot";
import { answerStamp } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { adjustedComparisonsOf } from "#core/others/adjusted-comparisons.ts";
import { comparisonTableSchema } from "#core/others/schema.ts";
import {
  type ComparisonKind,
  comparisonKinds,
  contrastKinds,
} from "#data/collection-vocabulary.ts";
import { comparisons as studies } from "#data/generated/collections.ts";
import { described, listOf, namedObject, orAbsent } from "#data/schema/description.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { outcomeIds, outcomeLabel } from "#presentation/words/outcome-names.ts";
import { operation } from "./operation.ts";
import { filterOf, words } from "./parameters.ts";
import { resource } from "./resource.ts";
import { closedQuery } from "./schemas/question.ts";

const kinds = Object.keys(comparisonKinds) as ComparisonKind[];

export const comparisons = resource({
  path: "/v1/comparisons",
  parse: words({
    kind: kinds,
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

export const operations = () => [
  operation(comparisons, {
    id: "getComparisons",
    tag: "Evidence",
    summary: "Sequences, matched and adjusted comparisons by others",
    description: "Shown beside our own comparison, never pooled with it.",
    parameters: {
      kind: { text: "How treatments were set against each other.", listAddress: "/v1/comparisons" },
      contrast:
        "`between` the two classes, a class and `standard` therapy, `within` one class, or `strategies` such as orders of treatments.",
    },
    schema: namedObject("AdjustedComparisons", {
      dataVersion: answerStamp.dataVersion,
      query: described(
        v.strictObject({
          kind: orAbsent(v.picklist(kinds), "What kind it is."),
          ...closedQuery,
          row: orAbsent(v.string(), "The outcome whose row it concerns."),
          contrast: orAbsent(v.picklist(contrastKinds), "What was set against each other."),
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
    }),
    example: "/v1/comparisons?kind=matching-adjusted",
  }),
];
