/** Taken out before the question is read, so that no cache, ETag or link holds them. */
import { type QueryProblem, sanitise } from "./parse-query.ts";
import {
  bcmaKinds,
  type Patient,
  type PatientNumber,
  type PriorBcma,
  patientBounds,
  patientParameters,
} from "./patient.ts";

/** Examples of the numbers, and the words that are accepted. */
export const patientWords = {
  "patient-age": ["18", "71"],
  "patient-prior-lines": ["1", "4"],
  "patient-prior-bcma": [...bcmaKinds, "none"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Name = keyof typeof patientWords;

export function isPatientParameter([name]: readonly [string, string]): boolean {
  return Object.hasOwn(patientWords, name);
}

export type ReadPatient =
  | { patient: Patient; problems: null }
  | { patient: null; problems: readonly QueryProblem[] };

/** @param pairs at least one, each of a parameter about a patient */
export function readPatient(pairs: readonly (readonly [string, string])[]): ReadPatient {
  const problems: QueryProblem[] = [];
  const given = new Map<string, string>();
  const refuse = (parameter: string, message: string) => {
    const words: Readonly<Record<string, readonly string[]>> = patientWords;
    // The given value is about a patient, so it is not repeated in the error.
    problems.push({
      parameter: sanitise(parameter),
      value: "",
      message,
      allowed: words[parameter] ?? [],
    });
    return null;
  };
  for (const [name, value] of pairs) {
    if (given.has(name)) refuse(name, "given more than once");
    given.set(name, value);
  }
  const patient = {
    age: number("age"),
    priorLines: number("priorLines"),
    priorBcma: kinds("patient-prior-bcma"),
  };
  return problems.length > 0 ? { patient: null, problems } : { patient, problems: null };

  function number(field: PatientNumber): number | null {
    const name = patientParameters[field];
    const text = given.get(name);
    if (text === undefined) return null;
    const [least, most] = patientBounds[field];
    const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    return refuse(name, `not a whole number from ${least} to ${most}`);
  }

  function kinds(name: Name): PriorBcma | null {
    const text = given.get(name);
    if (text === undefined) return null;
    if (text === "none") return [];
    const said: readonly string[] = text.split(",");
    const found = bcmaKinds.filter((kind) => said.includes(kind));
    const isKnown = said.every((word) => found.some((kind) => kind === word));
    return isKnown ? found : refuse(name, "not `none` alone, nor some of the kinds");
  }
}
