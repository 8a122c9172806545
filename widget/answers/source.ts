/** The interface of answer sources, and the edge as a source with a cache of the last answers. */
import type { Choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import type { Patients } from "#presentation/statement/patients.ts";
import type { FirstRow } from "#presentation/statement/row.ts";
import { comparisonClient, SourceError } from "./client.ts";
import { isMadeHere } from "./request.ts";

export interface Answer {
  comparison: Comparison;
  /**
   * Made here: same digits. `cutOff`: because the edge was not reached. `cited`: by the service worker,
   * which has the sources.
   */
  onDevice: { cutOff: boolean; cited?: true } | null;
}

export interface OnScreen {
  /** Version of the answer on screen; `null` before the first answer. */
  answerVersion: string | null;
  /** Outcomes whose rows are visible. */
  first: readonly string[];
  /** Receives the single rows of an answer that is computed on this device. */
  onRow: (row: FirstRow) => void;
}

export interface AnswerSource {
  /** The answer to a canonical query. Rejects with a {@link SourceError}, or an `AbortError`. */
  answer(query: string, signal: AbortSignal, onScreen: OnScreen): Promise<Answer>;
  /** The same answer with the source of every figure, which only the edge has. Rejects likewise. */
  cited(query: string, signal: AbortSignal): Promise<Answer>;
  /** The choices for the next question. Rejects likewise. */
  readonly choices: (query: string, signal: AbortSignal) => Promise<Choices>;
  /** A question that follows from a patient: kept nowhere. With whom its trials enrolled. Rejects likewise. */
  readonly ofPatient: (query: string, signal: AbortSignal) => Promise<[Answer, Patients]>;
}

export interface Edge {
  ask(query: string, signal: AbortSignal): Promise<Answer>;
  /** An answer from the cache; `null` if it is not there. */
  known(query: string): Answer | null;
  choices: AnswerSource["choices"];
  ofPatient: AnswerSource["ofPatient"];
}

/** Enough to go back and forth between a few questions. */
const answersKept = 12;

export function edgeOf(base: string): Edge {
  const client = comparisonClient(base);
  const answerOf = (comparison: Comparison): Answer => {
    // With `compare` the answer has other groups than the two that this view draws.
    if (comparison.reference !== "bsab") {
      const details = ["compare: this view shows the two classes only"];
      throw new SourceError({ kind: "refused", details });
    }
    return { comparison, onDevice: isMadeHere(comparison) ? { cutOff: true, cited: true } : null };
  };
  const comparisons = keeping(async (query, signal) =>
    answerOf(await client.comparison(query, signal)),
  );
  const choices = keeping(client.choices);
  return {
    ...comparisons,
    choices: async (query, signal) => choices.known(query) ?? choices.ask(query, signal),
    ofPatient: (query, signal) =>
      Promise.all([
        client.comparison(query, signal, "no-store").then(answerOf),
        client.patients(query, signal, "no-store"),
      ]),
  };
}

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
