/** Where answers come from: the edge, one request per question, the last answers kept. */
import type { Comparison } from "../functions/comparison/answer.ts";

export type Failure = { kind: "offline" | "failed" } | { kind: "refused"; details: string[] };

/** An answer could not be had; `failure` says why in terms a screen can show. */
export class SourceError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = "SourceError";
    this.failure = failure;
  }
}

export interface AnswerSource {
  /** The answer to a canonical query. Rejects with a {@link SourceError}, or an `AbortError`. */
  answer(query: string, signal: AbortSignal): Promise<Comparison>;
}

/** After this long a reader is better served by "try again" than by waiting. */
const longestWaitMilliseconds = 15_000;

/** Enough for going back and forth between a few questions. */
const answersKept = 12;

export function edgeSource(base: string): AnswerSource {
  const kept = new Map<string, Comparison>();
  return {
    async answer(query, signal) {
      const known = kept.get(query);
      if (known) return known;
      const comparison = await request(`${base}/v1/comparison${query && `?${query}`}`, signal);
      kept.set(query, comparison);
      const [oldest] = kept.keys();
      if (kept.size > answersKept && oldest !== undefined) kept.delete(oldest);
      return comparison;
    },
  };
}

async function request(url: string, signal: AbortSignal): Promise<Comparison> {
  // `AbortSignal.any` would do both, but is younger than the browsers of many hospitals.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), longestWaitMilliseconds);
  signal.addEventListener("abort", () => controller.abort(), { once: true });
  let response: Response;
  try {
    response = await fetch(url, {
      signal: controller.signal,
      headers: { accept: "application/json" },
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SourceError({ kind: navigator.onLine ? "failed" : "offline" });
  } finally {
    clearTimeout(timer);
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && isComparison(body)) return body;
  if (response.status === 400) throw new SourceError({ kind: "refused", details: detailsOf(body) });
  throw new SourceError({ kind: "failed" });
}

/** The border check: our own edge answers in a shape its own tests pin, so the outline suffices here. */
function isComparison(body: unknown): body is Comparison {
  return (
    typeof body === "object" &&
    body !== null &&
    "answerVersion" in body &&
    "outcomes" in body &&
    Array.isArray(body.outcomes) &&
    "selection" in body
  );
}

function detailsOf(problem: unknown): string[] {
  if (typeof problem !== "object" || problem === null || !("errors" in problem)) return [];
  const { errors } = problem;
  if (!Array.isArray(errors)) return [];
  return errors.map(
    (error: { parameter?: unknown; message?: unknown }) =>
      `${String(error.parameter)}: ${String(error.message)}`,
  );
}
