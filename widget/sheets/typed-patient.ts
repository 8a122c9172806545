/** Reads what was typed into the fields for a patient's values. */
import { type PatientParameter, patientBounds } from "#core/question/patient.ts";

/** The text of each field. */
export type Typed = Readonly<Record<PatientParameter, string>>;

export interface ReadValues {
  values: Readonly<Record<PatientParameter, number | null>>;
  /** The fields whose text is not allowed there. */
  wrong: readonly PatientParameter[];
  /** The same texts in the other fields, if they are allowed there. */
  otherWay: Typed | null;
}

export const patientParameters = Object.keys(patientBounds) as readonly PatientParameter[];

export function readTyped(typed: Typed): ReadValues {
  const values = {
    "patient-age": numberIn("patient-age", typed["patient-age"]),
    "patient-prior-lines": numberIn("patient-prior-lines", typed["patient-prior-lines"]),
  };
  const wrong = patientParameters.filter((name) => Number.isNaN(values[name]));
  const turned: Typed = {
    "patient-age": typed["patient-prior-lines"],
    "patient-prior-lines": typed["patient-age"],
  };
  const fits = patientParameters.every((name) => !Number.isNaN(numberIn(name, turned[name])));
  return { values, wrong, otherWay: wrong.length > 0 && fits ? turned : null };
}

/** `null` for an empty text; NaN for one that is not allowed. */
function numberIn(parameter: PatientParameter, text: string): number | null {
  const given = text.trim();
  if (given === "") return null;
  return /^\d{1,3}$/.test(given) && isAllowed(parameter, Number(given))
    ? Number(given)
    : Number.NaN;
}

export function isAllowed(parameter: PatientParameter, value: number): boolean {
  const [least, most] = patientBounds[parameter];
  return Number.isInteger(value) && value >= least && value <= most;
}
