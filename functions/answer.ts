/** Answers kept in the isolate: the same question asked again costs nothing. */
import type { Comparison } from "./comparison/answer.ts";
import { compare } from "./comparison/compare.ts";
import { canonicalQuery } from "./comparison/query-schema.ts";
import { dataset } from "./dataset.ts";
import type { Query } from "./evidence/query.ts";

/** About 60 kB each; enough for the default, the presets and what a few readers try. */
const kept = 64;

const answers = new Map<string, Comparison>();

export function answerTo(query: Query): Comparison {
  const question = canonicalQuery(query);
  const known = answers.get(question);
  const answer = known ?? compare(query, dataset);
  // Asked last, dropped last.
  answers.delete(question);
  answers.set(question, answer);
  const [oldest] = answers.keys();
  if (answers.size > kept && oldest !== undefined) answers.delete(oldest);
  return answer;
}
