/** The notice about the cohorts for a patient. */
import type { PatientFit } from "#core/comparison/answer.ts";

export interface PatientWords {
  readonly waiting: string;
  /**
   * How many cohorts enrolled such patients, how many did not, and for how many this is not known.
   */
  readonly counts: (fit: PatientFit) => string;
  readonly show: string;
  readonly fits: string;
  readonly outside: string;
  readonly notReported: string;
  readonly limits: string;
  readonly private: string;
  readonly clear: string;
}
