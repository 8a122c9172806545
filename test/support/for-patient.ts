/** What holds for a patient, worked out from the data and not from what the element is sent. */
import { dataset } from "#core/dataset.ts";
import { type EarlierFit, earlierFitOf } from "#core/evidence/earlier-fit.ts";
import { fitOf, type PatientFit } from "#core/evidence/eligibility.ts";
import { select } from "#core/evidence/select.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import { anyone, type OwnPatient, type Patient } from "#core/question/patient.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { asked } from "./queries.ts";

export const patient = (over: Partial<OwnPatient> = {}): OwnPatient => ({ ...anyone, ...over });

/** @param question as text */
export function fitFor(question: string, one: Patient): PatientFit {
  const found = questionForPatient(question, one);
  const query = found.held === null ? null : asked(found.held, dataset);
  const trials = trialsOf(found.held);
  return fitOf(
    { ...found, held: query && canonicalQuery(query, dataset) },
    one,
    trials.map(({ id, ...trial }) => ({ ...trial, cohort: id })),
  );
}

/** By earlier therapy; `null` if it was not said. */
export function earlierFor(question: string, one: Patient): EarlierFit | null {
  const { held } = questionForPatient(question, one);
  return one.priorBcma && earlierFitOf(one.priorBcma, trialsOf(held));
}

function trialsOf(held: string | null) {
  return held === null ? [] : select(asked(held, dataset), dataset).included;
}
