/** The answer between the two classes in words: what every page, picture and brief at the edge is made from. */
import type { Comparison } from "./comparison/answer.ts";
import { compare } from "./comparison/compare.ts";
import { dataset } from "./dataset.ts";
import type { Query } from "./evidence/query.ts";
import { beyondRemembering } from "./remembered-pools.ts";
import { english } from "./words/english.ts";
import { withWords } from "./words/with-words.ts";

export function compareInWords(query: Query): Comparison {
  return withWords(compare(query, dataset, beyondRemembering), english);
}
