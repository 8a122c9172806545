/** The comparison of the two classes over any dataset, as screens and pages of the server have it. */
import type { Comparison } from "#core/comparison/answer.ts";
import type { CodedComparison } from "#core/comparison/coded-answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { completed, withMedians, withPublished } from "#core/complete.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { medians } from "#data/generated/medians.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { catalogue } from "#words/catalogue.ts";

export function compareInWords(query: Query, dataset: Dataset): Comparison {
  return inWords(compare(query, dataset, models));
}

/** The same for an answer that something was added to. */
function inWords(answer: CodedComparison): Comparison {
  const additions = [withMedians(medians), withPublished(publishedRates)];
  return withWords(completed(answer, additions), catalogue);
}
