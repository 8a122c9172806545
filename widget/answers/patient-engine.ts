/** For one patient, and product by product. Part of the engine, so that neither values nor question leave the browser. */
import type { Comparison } from "#core/comparison/answer.ts";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import { completed } from "#core/complete.ts";
import { dataset } from "#core/dataset.ts";
import { onScreen } from "#core/on-screen.ts";
import type { Patient } from "#core/question/patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import { rememberingModels } from "#core/remembering/remembering-models.ts";
import { comparisonForPatient } from "#presentation/words/patient-in-words.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { answerWords } from "#words/answer-words.ts";
import { SourceError } from "./client.ts";

const additions = onScreen(dataset, rememberingModels);

/** @throws SourceError if the text is not a valid question about the two classes. */
export function computeForPatient(text: string, patient: Patient): Comparison {
  const { query } = read(text, true);
  return comparisonForPatient(query, patient, dataset, answerWords, rememberingModels, additions);
}

/** @throws SourceError if the text is not a valid question. */
export function computeByProduct(text: string): Comparison<string> {
  const { query, canonical } = read(text, false);
  const answer = answerQuestion(query, dataset, rememberingModels, canonical);
  return withWords(completed(answer, additions), answerWords);
}

function read(text: string, onlyClasses: boolean) {
  const question = questionOf(new URLSearchParams(text), dataset, { onlyClasses });
  if (!question.problems) return question;
  const details = question.problems.map(({ parameter, message }) => `${parameter}: ${message}`);
  throw new SourceError({ kind: "refused", details });
}
