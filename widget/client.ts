/**
 * A small client of `/v1/comparison`: one request per question, a limit on waiting, and errors that
 * say what a caller can act on. The widget asks through it; as `/v1/client.js` anybody can.
 */
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

/** After this long a reader is better served by "try again" than by waiting. */
const longestWaitMilliseconds = 15_000;

export interface ComparisonClient {
  /**
   * @param question Parameters of a question, as text (`outcome=orr&setting=late`) or by name.
   * @throws SourceError When there is no answer, with the reason; an `AbortError` when `signal` says so.
   */
  comparison(
    question?: string | Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<Comparison>;
}

/** @param base Origin of an installation: `https://compare.example.org`. */
export function comparisonClient(base: string): ComparisonClient {
  return {
    comparison(question = "", signal = new AbortController().signal) {
      const text =
        typeof question === "string" ? question : new URLSearchParams(question).toString();
      return request(`${base}/v1/comparison${text && `?${text}`}`, signal);
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
