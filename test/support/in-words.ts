/** The comparison of the two classes over any dataset, as screens and pages of the server have it. */
import type { Comparison } from "#core/comparison/answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { completed } from "#core/complete.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { onScreen } from "#core/on-screen.ts";
import type { Query } from "#core/question/query.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { catalogue } from "#words/catalogue.ts";

export function compareInWords(query: Query, dataset: Dataset): Comparison {
  return withWords(
    completed(compare(query, dataset, models), onScreen(dataset, models)),
    catalogue,
  );
}
