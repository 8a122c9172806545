/**
 * Answers the question that holds a patient. Its numbers are those of the same question asked
 * without one: each trial only says whether it enrolled such patients.
 */
import type { Dataset } from "../evidence/dataset.ts";
import { type Fit, judge } from "../evidence/patient-fit.ts";
import { select } from "../evidence/select.ts";
import { type Holding, holding } from "../question/holding.ts";
import type { Patient } from "../question/patient.ts";
import type { Query } from "../question/query.ts";
import { canonicalQuery } from "../question/query-text.ts";
import { answerQuestion } from "./answer-question.ts";
import type { CodedComparison, CodedPatientFit } from "./coded-answer.ts";
import type { Models } from "./models.ts";

export interface PatientAnswer {
  patient: CodedPatientFit;
  /** `null` if no question holds the patient: then there are no numbers. */
  comparison: CodedComparison<string> | null;
}

export function answerPatient(
  query: Query,
  patient: Patient,
  dataset: Dataset,
  by?: Models,
): PatientAnswer {
  const found = holding(query, patient, dataset);
  const fit = fitOf(found, patient, dataset);
  const { held } = found;
  const answer = held && answerQuestion(held, dataset, by, fit.held ?? undefined);
  return { patient: fit, comparison: answer };
}

/** Which of the trials of the held question enrolled such patients. */
export function fitOf(
  { held, because, offers }: Holding,
  patient: Patient,
  dataset: Dataset,
): CodedPatientFit {
  const judged = held
    ? select(held, dataset).included.map((cohort) => ({ cohort, ...judge(cohort, patient) }))
    : [];
  const named = (fit: Fit) =>
    judged
      .filter((one) => one.fit === fit)
      .map(({ cohort: { id, label, therapyClass }, reason }) => ({
        cohort: id,
        label,
        therapyClass,
        reason,
      }));
  const { age, priorLines, priorBcma } = patient;
  return {
    ...{ age, priorLines, priorBcma, because },
    held: held && canonicalQuery(held, dataset),
    offers: offers.map(({ name, query }) => ({ name, query: canonicalQuery(query, dataset) })),
    fits: named("fits"),
    excludes: named("excludes"),
    notStated: named("not-stated"),
  };
}
