/** The values of one patient, and their limits. */

export type PatientParameter = "patient-age" | "patient-prior-lines";

/** These values are never part of the text of a question, of a link, of a cache key or of a log. */
export interface Patient {
  /** Years. */
  age: number | null;
  priorLines: number | null;
  /** `confirmed` also leaves out cohorts that do not report the range. */
  fit: "any" | "confirmed";
}

/** Lower and upper limit, both included. Values are whole numbers. */
export const patientBounds = {
  "patient-age": [18, 110],
  "patient-prior-lines": [0, 30],
} as const satisfies Readonly<Record<PatientParameter, readonly [number, number]>>;
