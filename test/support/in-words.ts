/** The comparison of the two classes as text, as the API makes it, before citations are added. */
import type { Comparison } from "#core/comparison/answer.ts";
import { beyond } from "#core/comparison/beyond.ts";
import { compare } from "#core/comparison/compare.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { english } from "#presentation/words/english/codes.ts";
import { withWords } from "#presentation/words/with-words.ts";

export function compareInWords(query: Query, dataset: Dataset): Comparison {
  return withWords(compare(query, dataset, beyond), english);
}
