/** Computes the fit of a patient from the data, and not from the answers that the element gets. */
import { dataset } from "#core/dataset.ts";
import { type EarlierFit, earlierFitOf } from "#core/evidence/earlier-fit.ts";
import { fitOf, type PatientFit } from "#core/evidence/eligibility.ts";
import { select } from "#core/evidence/select.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import { anyone, type Patient, type PatientWithTraits } from "#core/question/patient.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { queryOf } from "./queries.ts";

export const patient = (over: Partial<PatientWithTraits> = {}): PatientWithTraits => ({
  ...anyone,
  ...over,
});

/** @param question The question as text. */
export function fitFor(question: string, person: Patient): PatientFit {
  const match = questionForPatient(question, person);
  const query = match.held === null ? null : queryOf(match.held, dataset);
  const trials = trialsOf(match.held);
  return fitOf(
    { ...match, held: query && canonicalQuery(query, dataset) },
    person,
    trials.map(({ id, ...trial }) => ({ ...trial, cohort: id })),
  );
}

/** Returns the fit by earlier therapy; `null` if no earlier therapy was stated. */
export function earlierFor(question: string, person: Patient): EarlierFit | null {
  const { held } = questionForPatient(question, person);
  return person.priorBcma && earlierFitOf(person.priorBcma, trialsOf(held));
}

function trialsOf(held: string | null) {
  return held === null ? [] : select(queryOf(held, dataset), dataset).included;
}
