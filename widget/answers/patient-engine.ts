/**
 * The answer for one patient. It is a part of the engine, which holds the evidence, so that the
 * patient's values never leave the browser.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Patient } from "#core/question/patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import { beyondRemembering } from "#core/remembering/remembered-pools.ts";
import { type PatientChanges, patientChanges } from "#presentation/view/patient-changes.ts";
import type { Words } from "#presentation/words/codes.ts";
import { patientInWords } from "#presentation/words/patient-in-words.ts";
import { SourceError } from "./client.ts";

export interface PatientComparison extends Comparison {
  /** In what it differs from the answer over all cohorts. */
  changes: PatientChanges;
}

/** Of whom nothing was said, so that no cohort is left out. */
const anyone: Patient = { age: null, priorLines: null, fit: "any" };

/** @throws SourceError if the text is not a valid question about these two classes. */
export function computeForPatient(text: string, patient: Patient, words: Words): PatientComparison {
  const pairs = new URLSearchParams(text);
  const { query, canonical, problems } = questionOf(pairs, dataset, { onlyClasses: true });
  if (problems) {
    const details = problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new SourceError({ kind: "refused", details });
  }
  const answerFor = (one: Patient) =>
    patientInWords(query, one, dataset, words, canonical, beyondRemembering);
  const [whole, own] = [answerFor(anyone), answerFor(patient)];
  return { ...own, changes: patientChanges(whole, own) };
}
