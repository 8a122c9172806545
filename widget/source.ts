/** Where answers come from: the edge, one request per question, the last answers kept. */
import type { Comparison } from "../functions/comparison/answer.ts";
import type { Choices } from "../functions/comparison/choices.ts";
import { comparisonClient, SourceError } from "./client.ts";

export interface AnswerSource {
  /** The answer to a canonical query. Rejects with a {@link SourceError}, or an `AbortError`. */
  answer(query: string, signal: AbortSignal): Promise<Comparison>;
  /** What a next question can be. Rejects likewise. */
  choices(query: string, signal: AbortSignal): Promise<Choices>;
}

/** Enough for going back and forth between a few questions. */
const answersKept = 12;

export function edgeSource(base: string): AnswerSource {
  const client = comparisonClient(base);
  return {
    answer: keeping(async (query, signal) => {
      const comparison = await client.comparison(query, signal);
      // The answer to `compare` has other groups than the two this view is drawn for.
      if (comparison.reference !== "bsab") {
        const details = ["compare: this view shows the two classes only"];
        throw new SourceError({ kind: "refused", details });
      }
      return comparison;
    }),
    choices: keeping(client.choices),
  };
}

/** The last answers are not asked for again. */
function keeping<T>(ask: (query: string, signal: AbortSignal) => Promise<T>): typeof ask {
  const kept = new Map<string, T>();
  return async (query, signal) => {
    const known = kept.get(query);
    if (known !== undefined) return known;
    const answer = await ask(query, signal);
    kept.set(query, answer);
    const [oldest] = kept.keys();
    if (kept.size > answersKept && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
