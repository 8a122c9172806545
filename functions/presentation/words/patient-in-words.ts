/** The answer for one patient in words: which question holds the patient, and which trials fit. */
import type { Comparison, PatientFit } from "#core/comparison/answer.ts";
import { answerPatient } from "#core/comparison/answer-question.ts";
import type { CodedPatientCohort, CodedPatientFit } from "#core/comparison/coded-answer.ts";
import { begin, finish } from "#core/comparison/compare.ts";
import { type Models, models } from "#core/comparison/models.ts";
import { type Addition, completed } from "#core/complete.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { byClass } from "#core/evidence/grouping.ts";
import type { Patient } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import type { CodeWords } from "./catalogue.ts";
import { sayReason } from "./codes.ts";
import { type AnswerWords, withWords } from "./with-words.ts";

/**
 * The answer to the question that holds the patient. If none does, an answer without outcomes and
 * without cohorts, so that a screen can show no number.
 *
 * @throws Error if the question compares groups other than the classes.
 */
export function comparisonForPatient(
  query: Query,
  patient: Patient,
  dataset: Dataset,
  words: AnswerWords,
  by: Models = models,
  additions: readonly Addition[] = [],
): Comparison {
  const { patient: fit, comparison } = answerPatient(query, patient, dataset, by);
  const said = { patient: patientInWords(fit, words.codes.patient) };
  if (comparison === null) {
    const empty = withWords(finish(begin(query, dataset, by, byClass), []), words);
    const selection = { ...empty.selection, included: [], cohorts: { "car-t": 0, bsab: 0 } };
    return { ...empty, cautions: [], selection, ...said };
  }
  const worded = { ...withWords(completed(comparison, additions), words), ...said };
  if (isOfClasses(worded)) return worded;
  throw new Error("other groups than the classes were compared");
}

function isOfClasses(comparison: Comparison<string>): comparison is Comparison {
  return comparison.reference === "bsab";
}

export function patientInWords(coded: CodedPatientFit, words: CodeWords["patient"]): PatientFit {
  const said = (cohorts: readonly CodedPatientCohort[]) =>
    cohorts.map(({ reason, ...cohort }) => ({
      ...cohort,
      reason: reason && sayReason(reason, words.fits),
    }));
  const { age, priorLines, priorBcma, because, held, offers, each, ...lists } = coded;
  return {
    age,
    priorLines,
    priorBcma,
    because,
    text: words.holding[because](coded),
    held,
    offers: offers.map((offer) => ({ ...offer, text: words.offers[offer.name] })),
    each,
    fits: said(lists.fits),
    excludes: said(lists.excludes),
    notStated: said(lists.notStated),
  };
}
