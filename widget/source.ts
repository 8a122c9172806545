/** Where answers come from: the edge, one request per question, the last answers kept. */
import type { Comparison } from "../functions/comparison/answer.ts";
import { comparisonClient } from "./client.ts";

export interface AnswerSource {
  /** The answer to a canonical query. Rejects with a {@link SourceError}, or an `AbortError`. */
  answer(query: string, signal: AbortSignal): Promise<Comparison>;
}

/** Enough for going back and forth between a few questions. */
const answersKept = 12;

export function edgeSource(base: string): AnswerSource {
  const client = comparisonClient(base);
  const kept = new Map<string, Comparison>();
  return {
    async answer(query, signal) {
      const known = kept.get(query);
      if (known) return known;
      const comparison = await client.comparison(query, signal);
      kept.set(query, comparison);
      const [oldest] = kept.keys();
      if (kept.size > answersKept && oldest !== undefined) kept.delete(oldest);
      return comparison;
    },
  };
}
