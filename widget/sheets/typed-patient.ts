/** Reads what was typed into the fields for a patient's values. */
import {
  type OwnPatient,
  type PatientNumber,
  patientBounds,
  patientNumbers,
} from "#core/question/patient.ts";

/** The text of each field. */
export type Typed = Readonly<Record<PatientNumber, string>>;

export interface ReadValues {
  values: Readonly<Record<PatientNumber, number | null>>;
  /** The fields whose text is not allowed there. */
  wrong: readonly PatientNumber[];
  /** The same texts in the other fields, if they are allowed there. */
  otherWay: Typed | null;
}

/** The texts of a patient's values. */
export function typedOf({ age, priorLines }: Pick<OwnPatient, PatientNumber>): Typed {
  return { age: age?.toString() ?? "", priorLines: priorLines?.toString() ?? "" };
}

export function readTyped(typed: Typed): ReadValues {
  const values = valuesIn(typed);
  const wrong = patientNumbers.filter((field) => Number.isNaN(values[field]));
  const turned: Typed = { age: typed.priorLines, priorLines: typed.age };
  const fits = !Object.values(valuesIn(turned)).some(Number.isNaN);
  return { values, wrong, otherWay: wrong.length > 0 && fits ? turned : null };
}

function valuesIn({ age, priorLines }: Typed): ReadValues["values"] {
  return { age: numberIn("age", age), priorLines: numberIn("priorLines", priorLines) };
}

/** `null` for an empty text; NaN for one that is not allowed. */
function numberIn(field: PatientNumber, text: string): number | null {
  const given = text.trim();
  if (given === "") return null;
  return /^\d{1,3}$/.test(given) && isAllowed(field, Number(given)) ? Number(given) : Number.NaN;
}

export function isAllowed(field: PatientNumber, value: number): boolean {
  const [least, most] = patientBounds[field];
  return Number.isInteger(value) && value >= least && value <= most;
}
