/** What the element asks: one request per question, a timeout, errors. */
import type { Choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import type { Patients } from "#presentation/statement/patients.ts";
import { has, request } from "./request.ts";

export { type Failure, failureOf, SourceError } from "./request.ts";

/**
 * Each takes a question as a query string, and rejects with a {@link SourceError} that says why, or with
 * an `AbortError`.
 *
 * @param base Address of an installation, without a slash at the end: `https://compare.example.org`.
 */
export function comparisonClient(base: string) {
  const ask = <T>(
    resource: string,
    query: string,
    isAnswer: (body: unknown) => body is T,
    signal = new AbortController().signal,
    cache?: RequestCache,
  ) => request(`${base}/v1/${resource}${query && `?${query}`}`, isAnswer, signal, cache);
  return {
    comparison: (query: string, signal?: AbortSignal, cache?: RequestCache) =>
      ask("comparison", query, isComparison, signal, cache),
    /** The choices for the next question, each with the number of cohorts that it would leave. */
    choices: (query: string, signal?: AbortSignal) => ask("choices", query, isChoices, signal),
    /** Whom the trials of a question enrolled. */
    patients: (query: string, signal?: AbortSignal, cache?: RequestCache) =>
      ask("screen/patients", query, isPatients, signal, cache),
    /** The results that single studies report for their own subgroups. */
    subgroups: async () => (await ask("subgroups", "", isSubgroups)).subgroups,
  };
}

/** Only an outline of the answer is checked, because the tests of the server pin its full shape. */
const isComparison = (body: unknown): body is Comparison =>
  has(body, "answerVersion", "selection", "outcomes") && Array.isArray(body.outcomes);
const isChoices = (body: unknown): body is Choices => has(body, "canonical", "choices");
const isPatients = (body: unknown): body is Patients =>
  has(body, "answerVersion", "trials") && Array.isArray(body.trials);
const isSubgroups = (body: unknown): body is { subgroups: readonly SubgroupTable[] } =>
  has(body, "subgroups") && Array.isArray(body.subgroups);
