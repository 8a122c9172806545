/** Product by product, on this device. Part of the engine. */
import type { Comparison } from "#core/comparison/answer.ts";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import { completed } from "#core/complete.ts";
import { dataset } from "#core/dataset.ts";
import { onScreen } from "#core/on-screen.ts";
import { questionOf } from "#core/question/read-question.ts";
import { rememberingModels } from "#core/remembering/remembering-models.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { answerWords } from "#words/answer-words.ts";
import { SourceError } from "./client.ts";

const additions = onScreen(dataset, rememberingModels);

/** @throws SourceError if the text is not a valid question. */
export function computeByProduct(text: string): Comparison<string> {
  const question = questionOf(new URLSearchParams(text), dataset, {});
  if (question.problems) {
    const details = question.problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new SourceError({ kind: "refused", details });
  }
  const { query, canonical } = question;
  const answer = answerQuestion(query, dataset, rememberingModels, canonical);
  return withWords(completed(answer, additions), answerWords);
}
