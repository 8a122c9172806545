/**
 * The answer for one patient. It is a part of the engine, which holds the evidence, so that neither
 * the patient's values nor the question that they lead to leave the browser.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Patient } from "#core/question/patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import { rememberingModels } from "#core/remembering/remembering-models.ts";
import type { Words } from "#presentation/words/codes.ts";
import { codeWords } from "#presentation/words/parts/codes.ts";
import { comparisonForPatient } from "#presentation/words/patient-in-words.ts";
import { SourceError } from "./client.ts";

/** @returns A function that throws a SourceError if the text is not a valid question about the two classes. */
export async function patientAnswers(language: string) {
  const words = await codeWords(language);
  return (text: string, patient: Patient) => computeForPatient(text, patient, words);
}

function computeForPatient(text: string, patient: Patient, words: Words): Comparison {
  const pairs = new URLSearchParams(text);
  const { query, problems } = questionOf(pairs, dataset, { onlyClasses: true });
  if (problems) {
    const details = problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new SourceError({ kind: "refused", details });
  }
  return comparisonForPatient(query, patient, dataset, words, rememberingModels);
}
