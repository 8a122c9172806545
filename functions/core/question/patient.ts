/** What may be said of one patient, and the limits of the values. */

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

/** Asked with yes or no. They choose what is shown of single studies, and never which cohorts count. */
export const traits = ["prior-bcma", "cytogenetic-risk", "extramedullary-disease"] as const;
export type Trait = (typeof traits)[number];

/** What a reader said of a patient in the form of the widget. */
export interface OwnPatient {
  /** Absent if neither the age nor the prior lines were said. */
  values?: Patient | undefined;
  /** `true` for yes; absent if not said. */
  traits: Readonly<Partial<Record<Trait, boolean>>>;
}
