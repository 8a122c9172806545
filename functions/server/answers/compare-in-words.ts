/**
 * The comparison of the two classes in words. Every page, picture and brief of the server is made
 * from it.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { beyondRemembering } from "#core/remembering/remembered-pools.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { withOthersPools } from "#server/answers/others-pools.ts";

export function compareInWords(
  query: Query,
  words: Pick<Catalogue, "codes" | "detail" | "screen">,
  canonical?: string,
): Comparison {
  const answer = withWords(compare(query, dataset, beyondRemembering, canonical), words.codes);
  return withOthersPools(answer, words);
}
