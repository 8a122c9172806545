/** Within what trials report a patient lies, in words: said where the patient is known, in the browser. */
import type { PatientCohort, PatientFit } from "#core/evidence/eligibility.ts";
import type { CodeWords } from "./catalogue.ts";
import { sayReason } from "./codes.ts";

export interface PatientFitInWords extends Omit<PatientFit, "offers" | "trials"> {
  /** The question that is asked, or why none is. */
  readonly text: string;
  readonly offers: readonly (PatientFit["offers"][number] & { readonly text: string })[];
  /** Each by its parts. */
  readonly trials: readonly (readonly CohortInWords[])[];
}

interface CohortInWords extends Omit<PatientCohort, "reason"> {
  /** That the patient lies within what it reports, or why not. */
  readonly text: string;
}

export function patientInWords(coded: PatientFit, words: CodeWords["patient"]): PatientFitInWords {
  const { because, offers, trials, ...rest } = coded;
  return {
    ...rest,
    because,
    text: words.holding[because](coded),
    offers: offers.map((offer) => ({
      ...offer,
      text: words.offers[offer.name](because !== "no-lines"),
    })),
    trials: trials.map(({ parts }) =>
      parts.map(({ reason, ...cohort }) => ({
        ...cohort,
        text: reason ? sayReason(reason, words.fits) : words.within,
      })),
    ),
  };
}
