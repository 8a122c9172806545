/**
 * The comparison of the two classes in words as screens need it: with medians, but without sources.
 * Pages and pictures of the server are made from it.
 */

import type { Comparison } from "#core/comparison/answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { withMedians } from "#server/answers/citations.ts";
import { models } from "#server/answers/made-pools.ts";
import { withOthersPools } from "#server/answers/others-pools.ts";

export function compareInWords(
  query: Query,
  words: Pick<Catalogue, "codes" | "detail" | "screen">,
  canonical?: string,
): Comparison {
  const answer = compare(query, dataset, models, canonical);
  return withOthersPools(withWords(withMedians(answer), words.codes), words);
}
