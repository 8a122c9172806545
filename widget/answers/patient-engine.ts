/**
 * The answer for one patient. It is a part of the engine, which holds the evidence, so that the
 * patient's values never leave the browser.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Patient } from "#core/question/patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import type { Words } from "#presentation/words/codes.ts";
import { patientInWords } from "#presentation/words/patient-in-words.ts";
import { SourceError } from "./client.ts";

/** @throws SourceError if the text is not a valid question about these two classes. */
export function computeForPatient(text: string, patient: Patient, words: Words): Comparison {
  const pairs = new URLSearchParams(text);
  const { query, canonical, problems } = questionOf(pairs, dataset, { onlyClasses: true });
  if (problems) {
    const details = problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new SourceError({ kind: "refused", details });
  }
  return patientInWords(query, patient, dataset, words, canonical);
}
