/** Values of one patient, and what they may be. */

export type PatientParameter = "patient-age" | "patient-prior-lines";

/** They are never part of a question's text, of a link, a key or a log. */
export interface Patient {
  /** Years. */
  age: number | null;
  priorLines: number | null;
  /** `confirmed` leaves out cohorts that do not report the range, too. */
  fit: "any" | "confirmed";
}

/** What a value of a patient may be: whole numbers, both ends included. */
export const patientBounds = {
  "patient-age": [18, 110],
  "patient-prior-lines": [0, 30],
} as const satisfies Readonly<Record<PatientParameter, readonly [number, number]>>;
