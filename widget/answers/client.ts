/**
 * A small client of the API: one request per question, a timeout, and errors that say what a caller
 * can act on. The widget uses it, and it is served to everybody as `/v1/client.js`.
 */

import type { Choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import type { SubgroupQuery, SubgroupTable } from "#core/evidence/subgroups.ts";
import { has, request } from "./request.ts";

export { type Failure, failureOf, SourceError } from "./request.ts";

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

/** @param base Address of an installation, without a slash at the end: `https://compare.example.org`. */
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

/** Only an outline of the answer is checked, because the tests of the server pin its full shape. */
const isComparison = (body: unknown): body is Comparison =>
  has(body, "answerVersion", "selection", "outcomes") && Array.isArray(body.outcomes);
const isChoices = (body: unknown): body is Choices => has(body, "canonical", "choices");
const isSubgroups = (body: unknown): body is { subgroups: readonly SubgroupTable[] } =>
  has(body, "subgroups") && Array.isArray(body.subgroups);
