/**
 * A small client of the API: one request per question, a timeout, and errors that say what a caller
 * can act on. The widget uses it, and it is served to everybody as `/v1/client.js`.
 */

import type { Choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import type { SubgroupQuery, SubgroupTable } from "#core/evidence/subgroups.ts";

export type Failure = { kind: "offline" | "failed" } | { kind: "refused"; details: string[] };

/** There is no answer; `failure` holds the reason as the screen shows it. */
export class SourceError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = "SourceError";
    this.failure = failure;
  }
}

/** The failure to show for any error; "failed" for an error of another kind. */
export function failureOf(error: unknown): Failure {
  return error instanceof SourceError ? error.failure : { kind: "failed" };
}

/** Timeout of a request. After this long, "try again" helps a reader more than further waiting. */
const longestWaitMilliseconds = 15_000;

/** Parameters of a question, as a query string (`outcome=orr&setting=late`) or by name. */
type Question = string | Readonly<Record<string, string>>;

/**
 * Every method rejects with a {@link SourceError} that holds the reason when there is no answer,
 * and with an `AbortError` when `signal` is aborted.
 */
export interface ComparisonClient {
  comparison(question?: Question, signal?: AbortSignal): Promise<Comparison>;
  /** The choices for the next question, each with the number of cohorts that it would leave. */
  choices(question?: Question, signal?: AbortSignal): Promise<Choices>;
  /** The results that single studies report for their own subgroups. */
  subgroups(
    of: Pick<SubgroupQuery, "variable" | "product" | "outcome">,
    signal?: AbortSignal,
  ): Promise<readonly SubgroupTable[]>;
}

/** @param base Origin of an installation: `https://compare.example.org`. */
export function comparisonClient(base: string): ComparisonClient {
  const ask = <T>(
    resource: string,
    question: Question = "",
    isAnswer: (body: unknown) => body is T,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<T> => {
    const text = typeof question === "string" ? question : new URLSearchParams(question).toString();
    return request(`${base}/v1/${resource}${text && `?${text}`}`, isAnswer, signal);
  };
  return {
    comparison: (question, signal) => ask("comparison", question, isComparison, signal),
    choices: (question, signal) => ask("choices", question, isChoices, signal),
    subgroups: async (of, signal) =>
      (await ask("subgroups", { ...of }, isSubgroups, signal)).subgroups,
  };
}

async function request<T>(
  url: string,
  isAnswer: (body: unknown) => body is T,
  signal: AbortSignal,
): Promise<T> {
  // `AbortSignal.any` would combine both, but the browsers of many hospitals are too old for it.
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
  if (response.ok && isAnswer(body)) return body;
  if (response.status === 400) throw new SourceError({ kind: "refused", details: detailsOf(body) });
  throw new SourceError({ kind: "failed" });
}

/** Only an outline of the answer is checked, because the tests of the server pin its full shape. */
const isComparison = (body: unknown): body is Comparison =>
  has(body, "answerVersion", "selection", "outcomes") && Array.isArray(body.outcomes);
const isChoices = (body: unknown): body is Choices => has(body, "canonical", "choices");
const isSubgroups = (body: unknown): body is { subgroups: readonly SubgroupTable[] } =>
  has(body, "subgroups") && Array.isArray(body.subgroups);

function detailsOf(problem: unknown): string[] {
  if (!has(problem, "errors") || !Array.isArray(problem.errors)) return [];
  return problem.errors.map(
    (error: { parameter?: unknown; message?: unknown }) => `${error.parameter}: ${error.message}`,
  );
}

function has<Name extends string>(
  body: unknown,
  ...names: Name[]
): body is Readonly<Record<Name, unknown>> {
  return typeof body === "object" && body !== null && names.every((name) => name in body);
}
