/** Reads what was typed as a number of a patient. */
import { type PatientNumber, patientBounds } from "#core/question/patient.ts";

/** Returns `null` for an empty text, and NaN for one that is not allowed. */
export function typedAge(text: string): number | null {
  const digits = text.trim();
  if (digits === "") return null;
  return /^\d{1,3}$/.test(digits) && isWithinBounds("age", Number(digits))
    ? Number(digits)
    : Number.NaN;
}

export function isWithinBounds(field: PatientNumber, value: number): boolean {
  const [least, most] = patientBounds[field];
  return Number.isInteger(value) && value >= least && value <= most;
}
