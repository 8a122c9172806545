/** Reads the message by which the page around hands a patient over, and what is wrong with it. */
import {
  type EarlierKinds,
  earlierKinds,
  type PatientNumber,
  type PatientWithTraits,
  patientBounds,
} from "#core/question/patient.ts";
import { hasFields } from "#data/lists-and-objects.ts";
import type { MessageId } from "../page/frame-messages.ts";
import { isWithinPatientBounds } from "../sheets/typed-patient.ts";

/** Names a field that is not as it must be, and what is allowed there. The value is never repeated. */
export interface RefusedField {
  field: string;
  allowed: string;
}

type Reading =
  /** `null` takes the patient away. */
  | { patient: PatientWithTraits | null; refusedFields: null }
  | { patient: null; refusedFields: readonly RefusedField[] };

const fields = ["age", "priorLines", "priorBcma"] as const;
const messageFields = ["type", "patient", "id"] as const;

/** The number and the length of names are limited, because the sender chooses them. */
const mostNamed = 5;
const longestName = 40;
const longestId = 64;

const oneAtLeast: RefusedField = {
  field: "patient",
  allowed: `null, or an object with one at least of ${fields.join(", ")}`,
};

/**
 * Returns the patient of a message, or `null` if it takes the patient away; if any field is refused, the refused
 * fields and no patient.
 *
 * @param message An object with the type of a message that hands a patient over.
 */
export function readHandOverMessage(message: object): Reading {
  const unknown = listUnknownFieldRefusals(messageFields, message);
  if (hasFields(message, "id") && readMessageId(message) === undefined) {
    const allowed = `a number, or a text of at most ${longestId} characters`;
    unknown.push({ field: "id", allowed });
  }
  const reading = readHandedPatient(hasFields(message, "patient") ? message.patient : undefined);
  return unknown.length > 0
    ? makeRefusedReading([...(reading.refusedFields ?? []), ...unknown])
    : reading;
}

/** Returns the `id` that the sender gave the message; `undefined` if there is none, or one that is not allowed. */
export function readMessageId(message: object): MessageId | undefined {
  const id = hasFields(message, "id") ? message.id : undefined;
  if (typeof id === "number") return id;
  return typeof id === "string" && id.length <= longestId ? id : undefined;
}

function readHandedPatient(content: unknown): Reading {
  if (content === null) return { patient: null, refusedFields: null };
  if (typeof content !== "object" || Array.isArray(content))
    return makeRefusedReading([oneAtLeast]);
  const unknown = listUnknownFieldRefusals(fields, content);
  const { age = null, priorLines = null, priorBcma = null }: SentFields = content;
  const values = {
    age: readWholeNumber("age", age),
    priorLines: readWholeNumber("priorLines", priorLines),
    priorBcma: readPriorBcma(priorBcma),
  };
  const { age: years, priorLines: lines, priorBcma: kinds } = values;
  if (
    isRefusedField(years) ||
    isRefusedField(lines) ||
    isRefusedField(kinds) ||
    unknown.length > 0
  ) {
    return makeRefusedReading([...Object.values(values).filter(isRefusedField), ...unknown]);
  }
  const patient = { age: years, priorLines: lines, priorBcma: kinds, carTProducts: [], traits: [] };
  return [years, lines, kinds].every((value) => value === null)
    ? makeRefusedReading([oneAtLeast])
    : { patient, refusedFields: null };
}

/**
 * Lists the first fields that are not allowed, and stops early, because the sender decides how many there are.
 */
function listUnknownFieldRefusals(
  allowedNames: readonly string[],
  content: object,
): RefusedField[] {
  const unknown: RefusedField[] = [];
  for (const name in content) {
    if (unknown.length === mostNamed) break;
    if (allowedNames.includes(name)) continue;
    unknown.push({ field: name.slice(0, longestName), allowed: `only ${allowedNames.join(", ")}` });
  }
  return unknown;
}

type SentFields = Partial<Record<(typeof fields)[number], unknown>>;

const makeRefusedReading = (refusedFields: readonly RefusedField[]): Reading => ({
  patient: null,
  refusedFields,
});

function readWholeNumber(field: PatientNumber, value: unknown): number | null | RefusedField {
  if (value === null || (typeof value === "number" && isWithinPatientBounds(field, value)))
    return value;
  const [least, most] = patientBounds[field];
  return { field, allowed: `a whole number from ${least} to ${most}, or null` };
}

/** Reads the kinds of earlier therapy; `true` stands for therapy of a kind that is not known. */
function readPriorBcma(value: unknown): EarlierKinds | null | RefusedField {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? "some" : [];
  const entries: readonly unknown[] = Array.isArray(value)
    ? value.slice(0, earlierKinds.length + 1)
    : [];
  const kinds = earlierKinds.filter((kind) => entries.includes(kind));
  // An empty list says nothing, because earlier therapy may not have been looked for.
  if (kinds.length > 0 && kinds.length === entries.length) return kinds;
  return {
    field: "priorBcma",
    allowed: `true, false, null or a list of ${earlierKinds.join(", ")}`,
  };
}

function isRefusedField(value: unknown): value is RefusedField {
  return hasFields(value, "field");
}
