/** The answer for a patient, as the element makes it of what it is sent. */
import type { Comparison } from "#core/comparison/answer.ts";
import { type CodedPatientFit, fitOf } from "#core/comparison/eligibility.ts";
import { dataset } from "#core/dataset.ts";
import { select } from "#core/evidence/select.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { Patient } from "#core/question/patient.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { english } from "#presentation/words/catalogue.ts";
import { answerForPatient, patientInWords } from "#presentation/words/patient-in-words.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { asked } from "./queries.ts";

export const patient = (over: Partial<Patient> = {}): Patient => ({
  age: null,
  priorLines: null,
  priorBcma: null,
  ...over,
});

/** @param question as text */
export function fitFor(question: string, one: Patient): CodedPatientFit {
  const found = questionForPatient(question, one);
  const query = found.held === null ? null : asked(found.held, dataset);
  const trials = query ? select(query, dataset).included : [];
  return fitOf(
    { ...found, held: query && canonicalQuery(query, dataset) },
    one,
    trials.map(({ id, ...trial }) => ({ ...trial, cohort: id })),
  );
}

export function answerFor(question: string, one: Patient): Comparison {
  const fit = fitFor(question, one);
  const answer = compareWithSources(asked(fit.held ?? question, dataset), english);
  return answerForPatient(answer, patientInWords(fit, english.codes.patient));
}
