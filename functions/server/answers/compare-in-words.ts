/** The answer between the two classes in words: what every page, picture and brief at the edge is made from. */
import type { Comparison } from "#core/comparison/answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { beyondRemembering } from "#core/remembering/remembered-pools.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";

export function compareInWords(
  query: Query,
  { codes }: Pick<Catalogue, "codes">,
  canonical?: string,
): Comparison {
  return withWords(compare(query, dataset, beyondRemembering, canonical), codes);
}
