/** Reads what was typed about a patient. */
import {
  type PatientNumber,
  type PatientWithTraits,
  patientBounds,
} from "#core/question/patient.ts";

/** Holds the values of the form: the age as it is typed. */
export interface TypedPatient extends Omit<PatientWithTraits, "age"> {
  age: string;
}

export const convertPatientToFormValues = (patient: PatientWithTraits): TypedPatient => ({
  ...patient,
  age: patient.age?.toString() ?? "",
});

/** Returns what was typed as a patient; the age is NaN while its text is not allowed. */
export const convertFormValuesToPatient = (typed: TypedPatient): PatientWithTraits => ({
  ...typed,
  age: readTypedAge(typed.age),
});

export function isEmptyPatient({ age, priorLines, priorBcma, traits }: PatientWithTraits): boolean {
  return [age, priorLines, priorBcma].every((value) => value === null) && traits.length === 0;
}

/** Returns `null` for an empty text, and NaN for one that is not allowed. */
export function readTypedAge(text: string): number | null {
  const digits = text.trim();
  if (digits === "") return null;
  return /^\d{1,3}$/.test(digits) && isWithinPatientBounds("age", Number(digits))
    ? Number(digits)
    : Number.NaN;
}

export function isWithinPatientBounds(field: PatientNumber, value: number): boolean {
  const [least, most] = patientBounds[field];
  return Number.isInteger(value) && value >= least && value <= most;
}
