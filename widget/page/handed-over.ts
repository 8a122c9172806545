/** Reads the message by which the page around hands a patient over, and what is wrong with it. */
import { type OwnPatient, type PatientParameter, patientBounds } from "#core/question/patient.ts";
import { isAllowed } from "../sheets/typed-patient.ts";

/** A field that is not as it must be, and what is allowed there. The value is never repeated. */
export interface RefusedField {
  field: string;
  allowed: string;
}

type HandedOver =
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
export function readHandedOver(given: unknown): HandedOver {
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
    age: whole("age", "patient-age", age),
    priorLines: whole("priorLines", "patient-prior-lines", priorLines),
    priorBcma:
      priorBcma === null || typeof priorBcma === "boolean"
        ? priorBcma
        : { field: "priorBcma", allowed: "true, false or null" },
  };
  const refused = [...Object.values(read).filter(isRefused), ...unknown];
  if (refused.length > 0) return refusal(refused);
  if ([age, priorLines, priorBcma].every((value) => value === null)) return refusal([oneAtLeast]);
  return { patient: patientOf(read), refused: null };
}

type Given = Partial<Record<(typeof fields)[number], unknown>>;

const refusal = (refused: readonly RefusedField[]): HandedOver => ({ patient: null, refused });

function whole(
  field: string,
  parameter: PatientParameter,
  value: unknown,
): number | null | RefusedField {
  if (value === null || (typeof value === "number" && isAllowed(parameter, value))) return value;
  const [least, most] = patientBounds[parameter];
  return { field, allowed: `a whole number from ${least} to ${most}, or null` };
}

function isRefused(value: unknown): value is RefusedField {
  return typeof value === "object" && value !== null;
}

type Read = Readonly<Record<"age" | "priorLines" | "priorBcma", unknown>>;

function patientOf({ age, priorLines, priorBcma }: Read): OwnPatient {
  const numbers = {
    age: typeof age === "number" ? age : null,
    priorLines: typeof priorLines === "number" ? priorLines : null,
  };
  const isSaid = numbers.age !== null || numbers.priorLines !== null;
  return {
    values: isSaid ? { ...numbers, fit: "any" } : undefined,
    traits: typeof priorBcma === "boolean" ? { "prior-bcma": priorBcma } : {},
  };
}
