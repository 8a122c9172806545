/**
 * The answer for one patient. What was said of the patient stays here: asked is one question of a closed
 * table, and what is known of the patients of its trials, which is the same for everybody.
 */
import { fitOf } from "#core/comparison/eligibility.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { Patient } from "#core/question/patient.ts";
import { answerForPatient, patientInWords } from "#presentation/words/patient-in-words.ts";
import { patientCodes } from "#words/patient-codes.ts";
import type { Answer, AnswerSource } from "./source.ts";

/** @throws SourceError that says why there is none */
export async function forPatient(
  question: string,
  patient: Patient,
  { ofPatient }: AnswerSource,
  signal: AbortSignal,
): Promise<Answer> {
  const found = questionForPatient(question, patient);
  const asked = found.held ?? question;
  const [{ comparison, onDevice }, { trials }] = await ofPatient(asked, signal);
  const held = found.held === null ? null : comparison.canonical;
  const fit = fitOf({ ...found, held }, patient, found.held === null ? [] : trials);
  const said = patientInWords(fit, patientCodes);
  return { comparison: answerForPatient(comparison, said), onDevice };
}
