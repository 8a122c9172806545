/** The answer for one patient: the numbers of the question that holds them, and which of its trials fit. */
import type { Comparison } from "#core/comparison/answer.ts";
import type { CodedPatientFit, PatientFit } from "#core/comparison/eligibility.ts";
import type { CodeWords } from "./catalogue.ts";
import { sayReason } from "./codes.ts";

/** Without outcomes and cohorts if no question holds the patient, so that a screen can show no number. */
export function answerForPatient(answer: Comparison, patient: PatientFit): Comparison {
  if (patient.held !== null) return { ...answer, patient };
  const selection = { ...answer.selection, included: [], cohorts: { "car-t": 0, bsab: 0 } };
  return { ...answer, outcomes: [], cautions: [], selection, patient };
}

export function patientInWords(coded: CodedPatientFit, words: CodeWords["patient"]): PatientFit {
  const said = (cohorts: CodedPatientFit["fits"]) =>
    cohorts.map(({ reason, ...cohort }) => ({
      ...cohort,
      reason: reason && sayReason(reason, words.fits),
    }));
  const { because, offers, fits, excludes, notStated, ...rest } = coded;
  return {
    ...rest,
    because,
    text: words.holding[because](coded),
    offers: offers.map((offer) => ({ ...offer, text: words.offers[offer.name] })),
    fits: said(fits),
    excludes: said(excludes),
    notStated: said(notStated),
  };
}
