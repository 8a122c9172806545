/**
 * Reads parameters about one patient. They are removed from the question before it is read, so that
 * they never get into a memory cache, an edge cache, an ETag or a link.
 */

import { type QueryProblem, sanitise } from "./parse-query.ts";
import { type Patient, patientBounds } from "./patient.ts";

/** Examples of the numbers, and the words that are accepted. */
export const patientWords = {
  "patient-age": ["18", "71"],
  "patient-prior-lines": ["1", "4"],
  "patient-fit": ["any", "confirmed"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const names = Object.keys(patientWords);

export function isPatientParameter([name]: readonly [string, string]): boolean {
  return names.includes(name);
}

export type ReadPatient =
  | { patient: Patient | null; problems: null }
  | { patient: null; problems: readonly QueryProblem[] };

/** Returns `patient: null` if there are no parameters about a patient. */
export function readPatient(pairs: readonly (readonly [string, string])[]): ReadPatient {
  if (pairs.length === 0) return { patient: null, problems: null };
  const problems: QueryProblem[] = [];
  const given = new Map<string, string>();
  const refuse = (parameter: string, message: string, allowed: readonly string[]) =>
    // The given value is about a patient, so it is not repeated in the error.
    problems.push({ parameter: sanitise(parameter), value: "", message, allowed });
  for (const [name, value] of pairs) {
    if (given.has(name)) refuse(name, "given more than once", allowedOf(name));
    given.set(name, value);
  }
  const age = number("patient-age");
  const priorLines = number("patient-prior-lines");
  const fit = given.get("patient-fit") ?? "any";
  if (fit !== "any" && fit !== "confirmed") {
    refuse("patient-fit", "not one of the allowed values", patientWords["patient-fit"]);
    return { patient: null, problems };
  }
  if (problems.length === 0 && age === null && priorLines === null) {
    refuse("patient-fit", "needs patient-age or patient-prior-lines", [
      "patient-age",
      "patient-prior-lines",
    ]);
  }
  return problems.length > 0
    ? { patient: null, problems }
    : { patient: { age, priorLines, fit }, problems: null };

  function number(name: keyof typeof patientBounds): number | null {
    const text = given.get(name);
    if (text === undefined) return null;
    const [least, most] = patientBounds[name];
    const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    refuse(name, `not a whole number from ${least} to ${most}`, patientWords[name]);
    return null;
  }
}

function allowedOf(name: string): readonly string[] {
  const words: Readonly<Record<string, readonly string[]>> = patientWords;
  return words[name] ?? [];
}
