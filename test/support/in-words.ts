/**
 * The comparison of the two classes as text, with the published pools beside it, as the API makes
 * it, before citations are added.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { beyond } from "#core/comparison/beyond.ts";
import { compare } from "#core/comparison/compare.ts";
import { withRates } from "#core/comparison/with-rates.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { publishedPools } from "#data/generated/published-pools.ts";
import { withPublished } from "#presentation/view/published.ts";
import { catalogue } from "#presentation/words/english/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";

export function compareInWords(query: Query, dataset: Dataset): Comparison {
  const { codes, detail, screen } = catalogue;
  const words = { published: detail.published, numbers: screen.numbers };
  const answer = withWords(withRates(compare(query, dataset, beyond), dataset), codes);
  return withPublished(answer, publishedPools, words);
}
