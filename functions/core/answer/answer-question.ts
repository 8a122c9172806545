/** Answers any question: between the two classes, or between the groups that `compare=` names. */
import type { Dataset } from "../evidence/dataset.ts";
import { groupingBy } from "../evidence/dimensions.ts";
import type { Grouping } from "../evidence/grouping.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Answer } from "./answer.ts";
import { compare, compareGroups } from "./compare.ts";
import { type Models, models } from "./models.ts";

export function answerQuestion(
  query: Query,
  dataset: Dataset,
  by: Models = models,
  canonical?: string,
): Answer<string> {
  if (query.compare === usualDimension) return compare(query, dataset, by, canonical);
  return answerGroups(query, dataset, by, groupingBy(query.compare, dataset), canonical);
}

/** Between the groups of a grouping. */
export function answerGroups(
  query: Query,
  dataset: Dataset,
  by: Models,
  grouping: Grouping,
  canonical?: string,
): Answer<string> {
  return compareGroups(query, dataset, by, grouping, canonical);
}
