/** Where answers come from: the edge, one request per question, the last answers kept. */
import type { Comparison } from "../functions/comparison/answer.ts";
import { comparisonClient, SourceError } from "./client.ts";

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
      // The answer to `compare` has other groups than the two this view is drawn for.
      if (comparison.reference !== "bsab") {
        const details = ["compare: this view shows the two classes only"];
        throw new SourceError({ kind: "refused", details });
      }
      kept.set(query, comparison);
      const [oldest] = kept.keys();
      if (kept.size > answersKept && oldest !== undefined) kept.delete(oldest);
      return comparison;
    },
  };
}
