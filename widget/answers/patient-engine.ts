/**
 * The answer for one patient. It is a part of the engine, which holds the evidence, so that neither
 * the patient's values nor the question that they lead to leave the browser.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { onScreen } from "#core/on-screen.ts";
import type { Patient } from "#core/question/patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import { rememberingModels } from "#core/remembering/remembering-models.ts";
import { comparisonForPatient } from "#presentation/words/patient-in-words.ts";
import { answerWords } from "#words/answer-words.ts";
import { SourceError } from "./client.ts";

/** @throws SourceError if the text is not a valid question about the two classes. */
export function computeForPatient(text: string, patient: Patient): Comparison {
  const pairs = new URLSearchParams(text);
  const { query, problems } = questionOf(pairs, dataset, { onlyClasses: true });
  if (problems) {
    const details = problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new SourceError({ kind: "refused", details });
  }
  return comparisonForPatient(query, patient, dataset, answerWords, rememberingModels, onScreen);
}
