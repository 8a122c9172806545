/** Describes `/v1/comparisons` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { closed } from "../../documentation/resource-parameters.ts";
import { comparisonWords } from "./route.ts";
import { adjustedComparisonsSchema } from "./schema.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getComparisons",
    path: "/v1/comparisons",
    tag: "Evidence",
    summary: "Sequences, matched and adjusted comparisons by others",
    description: "Shown beside our own comparison, never pooled with it.",
    parameters: closed(comparisonWords),
    json: adjustedComparisonsSchema,
    example: "/v1/comparisons?kind=matching-adjusted",
  },
];
