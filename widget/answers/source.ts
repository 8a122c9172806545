/** Where answers come from: an interface, and the edge with the last answers kept. */

import type { Choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import type { FirstRow } from "#presentation/view/first-row.ts";
import { comparisonClient, SourceError } from "./client.ts";

export interface Answer {
  comparison: Comparison;
  /**
   * Set where it was computed here, with the digits of the edge, but without sources and medians;
   * `cutOff` because the edge could not be reached.
   */
  onDevice: { cutOff: boolean } | null;
}

/** What a reader has before them while an answer is on its way. */
export interface OnScreen {
  /** The tag of the words that are shown. */
  language: string;
  /** Version of the answer that is shown; `null` before the first. */
  answerVersion: string | null;
  /** Outcomes whose rows can be seen. */
  first: readonly string[];
  /** Takes single rows of an answer that is computed here. */
  onRow: (row: FirstRow) => void;
}

export interface AnswerSource {
  /** The answer to a canonical query. Rejects with a {@link SourceError}, or an `AbortError`. */
  answer(query: string, signal: AbortSignal, onScreen: OnScreen): Promise<Answer>;
  /** The same with the source of every figure, which only the edge has. Rejects likewise. */
  cited(query: string, signal: AbortSignal): Promise<Answer>;
  /** What a next question can be. Rejects likewise. */
  choices(query: string, signal: AbortSignal): Promise<Choices>;
}

export interface Edge {
  ask(query: string, signal: AbortSignal): Promise<Answer>;
  /** An answer it gave lately. */
  known(query: string): Answer | null;
  choices: AnswerSource["choices"];
}

/** Enough for going back and forth between a few questions. */
const answersKept = 12;

/** @param language The tag of what answers say; English, unless said. */
export function edgeOf(base: string, language = "en"): Edge {
  const client = comparisonClient(base);
  const comparisons = keeping(async (query, signal): Promise<Answer> => {
    const asked = language === "en" ? query : `${query && `${query}&`}lang=${language}`;
    const comparison = await client.comparison(asked, signal);
    // The answer to `compare` has other groups than the two this view is drawn for.
    if (comparison.reference !== "bsab") {
      const details = ["compare: this view shows the two classes only"];
      throw new SourceError({ kind: "refused", details });
    }
    return { comparison, onDevice: null };
  });
  const choices = keeping(client.choices);
  return {
    ...comparisons,
    choices: async (query, signal) => choices.known(query) ?? choices.ask(query, signal),
  };
}

/** Keeps the last answers. */
function keeping<T>(ask: (query: string, signal: AbortSignal) => Promise<T>) {
  const kept = new Map<string, T>();
  return {
    known: (query: string) => kept.get(query) ?? null,
    async ask(query: string, signal: AbortSignal) {
      const answer = await ask(query, signal);
      kept.set(query, answer);
      const [oldest] = kept.keys();
      if (kept.size > answersKept && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}
