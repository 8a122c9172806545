/** Which trials enrolled a patient, in words: said where the patient is known, in the browser. */
import type { PatientCohort, PatientFit } from "#core/evidence/eligibility.ts";
import type { CodeWords } from "./catalogue.ts";
import { sayReason } from "./codes.ts";

type CohortInWords = Omit<PatientCohort, "reason"> & { readonly reason: string | null };

export interface PatientFitInWords
  extends Omit<PatientFit, "offers" | "fits" | "excludes" | "notStated"> {
  /** The question that is asked, or why none is. */
  readonly text: string;
  readonly offers: readonly (PatientFit["offers"][number] & { readonly text: string })[];
  readonly fits: readonly CohortInWords[];
  readonly excludes: readonly CohortInWords[];
  readonly notStated: readonly CohortInWords[];
}

export function patientInWords(coded: PatientFit, words: CodeWords["patient"]): PatientFitInWords {
  const said = (cohorts: PatientFit["fits"]) =>
    cohorts.map(({ reason, ...cohort }) => ({
      ...cohort,
      reason: reason && sayReason(reason, words.fits),
    }));
  const { because, offers, fits, excludes, notStated, ...rest } = coded;
  return {
    ...rest,
    because,
    text: words.holding[because](coded),
    offers: offers.map((offer) => ({
      ...offer,
      text: words.offers[offer.name](because !== "no-lines"),
    })),
    fits: said(fits),
    excludes: said(excludes),
    notStated: said(notStated),
  };
}
