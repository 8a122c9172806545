/** The answer between the two classes in words, as the API makes it, before sources stand beside its figures. */
import type { Comparison } from "../../functions/comparison/answer.ts";
import { beyond } from "../../functions/comparison/beyond.ts";
import { compare } from "../../functions/comparison/compare.ts";
import type { Dataset } from "../../functions/evidence/dataset.ts";
import type { Query } from "../../functions/evidence/query.ts";
import { english } from "../../functions/words/english.ts";
import { withWords } from "../../functions/words/with-words.ts";

export function compareInWords(query: Query, dataset: Dataset): Comparison {
  return withWords(compare(query, dataset, beyond), english);
}
