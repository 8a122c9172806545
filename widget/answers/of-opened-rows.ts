/** Requests of opened rows; kept, and not aborted when a row is closed. */
import type { ComparisonTable } from "#core/evidence/adjusted-comparisons.ts";
import type { TimingLine } from "#core/evidence/timing.ts";
import type { SaidTiming } from "#presentation/statement/timing.ts";
import type { Sensitivity } from "#presentation/words/analyses-with-words.ts";
import { has, request } from "./request.ts";

/** How soon and how long, as the cohorts printed it. */
export interface PrintedTiming {
  timing: readonly (TimingLine & SaidTiming)[];
}

/** Studies of others that set treatments against each other, with the names of their outcomes. */
export interface ComparedStudies {
  comparisons: readonly ComparisonTable[];
  outcomes: Readonly<Record<string, string>>;
}

/** Which checks of a finding are lost, in a sentence that names the first ones, and one by one. */
export interface Checked {
  answerVersion: string;
  held: Pick<Sensitivity["held"], "finding" | "text" | "lost">;
}

/** Of `row=` and the id of an outcome. */
export const printedTiming = kept(
  "timing",
  (body: unknown): body is PrintedTiming => has(body, "timing") && Array.isArray(body.timing),
);

/** Of `row=orr` or `contrast=between`. */
export const comparedStudies = kept(
  "comparisons",
  (body: unknown): body is ComparedStudies =>
    has(body, "comparisons", "outcomes") && Array.isArray(body.comparisons),
);

/** Of a question about one outcome. */
export const checked = kept(
  "sensitivity",
  (body: unknown): body is Checked =>
    has(body, "answerVersion", "held") && has(body.held, "finding", "text", "lost"),
);

function kept<T>(
  resource: string,
  isAnswer: (body: unknown) => body is T,
): (asked: string, apiBase: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (asked, apiBase) => {
    const url = `${apiBase}/v1/${resource}?${asked}`;
    const answer = known.get(url) ?? request(url, isAnswer, new AbortController().signal);
    known.set(url, answer);
    // The next one who asks tries again.
    answer.catch(() => known.delete(url));
    return answer;
  };
}
