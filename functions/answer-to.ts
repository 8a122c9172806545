/** The answer to a query over the dataset of this Worker; the API and the page for frames share it. */
import type { Comparison } from "./comparison/answer.ts";
import { compare } from "./comparison/compare.ts";
import { canonicalQuery } from "./comparison/query-schema.ts";
import { dataset } from "./dataset.ts";
import type { Query } from "./evidence/query.ts";
import { memo } from "./memo.ts";

const answers = memo<Comparison>(32);

export function answerTo(query: Query): Comparison {
  return answers(canonicalQuery(query), () => compare(query, dataset));
}
