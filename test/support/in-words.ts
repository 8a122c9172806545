/**
 * The comparison of the two classes as text, with the published pools beside it, as the API makes
 * it, before citations are added.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import type { CodedComparison } from "#core/comparison/coded-answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import { withPublished } from "#presentation/view/published.ts";
import { catalogue } from "#presentation/words/english/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";

export function compareInWords(query: Query, dataset: Dataset): Comparison {
  return inWords(compare(query, dataset, models));
}

/** The same for an answer that something was added to. */
export function inWords(answer: CodedComparison): Comparison {
  const { codes, detail, screen } = catalogue;
  const words = { published: detail.published, numbers: screen.numbers };
  return withPublished(withWords(answer, codes), publishedRates, words);
}
