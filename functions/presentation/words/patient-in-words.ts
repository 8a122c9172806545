/** Which trials enrolled a patient, in words: said where the patient is known, in the browser. */
import type { CodedPatientFit, PatientFit } from "#core/evidence/eligibility.ts";
import type { CodeWords } from "./catalogue.ts";
import { sayReason } from "./codes.ts";

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
