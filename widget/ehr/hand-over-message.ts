/** Reads the message by which the page around hands a patient over, and what is wrong with it. */
import {
  type EarlierKinds,
  earlierKinds,
  type OwnPatient,
  type PatientNumber,
  patientBounds,
} from "#core/question/patient.ts";
import { has } from "../has.ts";
import { isWithinBounds } from "../sheets/typed-patient.ts";

/** A field that is not as it must be, and what is allowed there. The value is never repeated. */
export interface RefusedField {
  field: string;
  allowed: string;
}

type Reading =
  /** `null` takes the patient away. */
  | { patient: OwnPatient | null; refused: null }
  | { patient: null; refused: readonly RefusedField[] };

const fields = ["age", "priorLines", "priorBcma"] as const;

/** Names are the sender's, and may be long and many. */
const mostNamed = 5;
const longestName = 40;

const oneAtLeast: RefusedField = {
  field: "patient",
  allowed: `null, or an object with one at least of ${fields.join(", ")}`,
};

/** @param given the field `patient` of the message */
export function readHandedOver(given: unknown): Reading {
  if (given === null) return { patient: null, refused: null };
  if (typeof given !== "object" || Array.isArray(given)) return refusal([oneAtLeast]);
  const unknown: RefusedField[] = [];
  // Stops early, because the sender decides how many there are.
  for (const name in given) {
    if (unknown.length === mostNamed) break;
    if (fields.some((field) => field === name)) continue;
    unknown.push({ field: name.slice(0, longestName), allowed: `only ${fields.join(", ")}` });
  }
  const { age = null, priorLines = null, priorBcma = null }: Given = given;
  const read = {
    age: whole("age", age),
    priorLines: whole("priorLines", priorLines),
    priorBcma: priorBcmaOf(priorBcma),
  };
  const { age: years, priorLines: lines, priorBcma: kinds } = read;
  if (isRefused(years) || isRefused(lines) || isRefused(kinds) || unknown.length > 0) {
    return refusal([...Object.values(read).filter(isRefused), ...unknown]);
  }
  const patient = { age: years, priorLines: lines, priorBcma: kinds, traits: [] };
  return [years, lines, kinds].every((value) => value === null)
    ? refusal([oneAtLeast])
    : { patient, refused: null };
}

type Given = Partial<Record<(typeof fields)[number], unknown>>;

const refusal = (refused: readonly RefusedField[]): Reading => ({ patient: null, refused });

function whole(field: PatientNumber, value: unknown): number | null | RefusedField {
  if (value === null || (typeof value === "number" && isWithinBounds(field, value))) return value;
  const [least, most] = patientBounds[field];
  return { field, allowed: `a whole number from ${least} to ${most}, or null` };
}

/** `true` is therapy of a kind that is not known. */
function priorBcmaOf(value: unknown): EarlierKinds | null | RefusedField {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? "some" : [];
  const given: readonly unknown[] = Array.isArray(value)
    ? value.slice(0, earlierKinds.length + 1)
    : [];
  const kinds = earlierKinds.filter((kind) => given.includes(kind));
  // None may not have been looked for, so an empty list says nothing.
  if (kinds.length > 0 && kinds.length === given.length) return kinds;
  return {
    field: "priorBcma",
    allowed: `true, false, null or a list of ${earlierKinds.join(", ")}`,
  };
}

function isRefused(value: unknown): value is RefusedField {
  return has(value, "field");
}
