/** Computes the fit of a patient from the data, and not from the answers that the element gets. */
import { dataset } from "#core/dataset.ts";
import { type EarlierFit, summariseEarlierTherapyFit } from "#core/evidence/earlier-fit.ts";
import { type PatientFit, summarisePatientFit } from "#core/evidence/eligibility.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import { anyone, type Patient, type PatientWithTraits } from "#core/question/patient.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { queryOf } from "./queries.ts";

export const patient = (over: Partial<PatientWithTraits> = {}): PatientWithTraits => ({
  ...anyone,
  ...over,
});

/** @param question The question as text. */
export function fitFor(question: string, person: Patient): PatientFit {
  const match = choosePatientQuestion(question, person);
  const query = match.question === null ? null : queryOf(match.question, dataset);
  const trials = trialsOf(match.question);
  return summarisePatientFit(
    { ...match, question: query && formatQuery(query, dataset) },
    person,
    trials.map(({ id, ...trial }) => ({ ...trial, cohort: id })),
  );
}

/** Returns the fit by earlier therapy; `null` if no earlier therapy was stated. */
export function earlierFor(question: string, person: Patient): EarlierFit | null {
  const match = choosePatientQuestion(question, person);
  return person.priorBcma && summariseEarlierTherapyFit(person.priorBcma, trialsOf(match.question));
}

function trialsOf(question: string | null) {
  return question === null
    ? []
    : splitIncludedAndExcludedCohorts(queryOf(question, dataset), dataset).included;
}
