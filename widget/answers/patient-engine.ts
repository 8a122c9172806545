/** The answer for one patient: a part of the engine, which has the evidence, so that it never leaves the browser. */
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Patient } from "#core/question/patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import type { Words } from "#presentation/words/codes.ts";
import { patientInWords } from "#presentation/words/patient-in-words.ts";
import { SourceError } from "./client.ts";

/** @throws SourceError For a text that asks nothing these two classes can answer. */
export function computeForPatient(text: string, patient: Patient, words: Words): Comparison {
  const pairs = new URLSearchParams(text);
  const { query, canonical, problems } = questionOf(pairs, dataset, { onlyClasses: true });
  if (problems) {
    const details = problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new SourceError({ kind: "refused", details });
  }
  return patientInWords(query, patient, dataset, words, canonical);
}
