/** Makes the FHIR resources of the records by which the reading is tested, and states what is to be told of each. */
import { readPatient } from "#core/record/patient.ts";
import type { recognition } from "#data/generated/recognition.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** What is to be told of a record, by codes; of a therapy also its drug, and why it did not count. */
export interface Expected {
  readonly handsOver: Fields | null;
  readonly tells: readonly string[];
}

export interface MadeRecord {
  readonly what: string;
  readonly sent: unknown;
  readonly said?: Fields;
  readonly expected: Expected;
}

export const now = new Date(2026, 10, 28, 12);

const subject = { reference: "Patient/p1" };
export const born = (birthDate: unknown, more: Fields = {}) => ({
  ...{ resourceType: "Patient", id: "p1", birthDate },
  ...more,
});
export const patient = born("1959-03-05");

export const coded = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
});
export const status = (code: string) => coded("http://terminology.hl7.org/CodeSystem/x", code);

export function resource(resourceType: string, state: string, more: Fields = {}) {
  return { resourceType, id: "1", status: state, subject, ...more };
}
export const inWords = (words: string) => ({ medicationCodeableConcept: { text: words } });
export const administered = (more: Fields) =>
  resource("MedicationAdministration", "completed", { effectiveDateTime: "2025-01-15", ...more });
export const ordered = (more: Fields) =>
  resource("MedicationRequest", "active", { intent: "order", authoredOn: "2025-01-10", ...more });
export const procedure = (code: Fields, more: Fields = {}) =>
  resource("Procedure", "completed", { performedDateTime: "2024-06-03", code, ...more });
export const condition = (code: Fields, more: Fields = {}) => ({
  ...{ resourceType: "Condition", id: "c", subject, clinicalStatus: status("active"), code },
  ...more,
});
export const bundle = (resources: readonly unknown[], more: Fields = {}) => ({
  ...{ resourceType: "Bundle", type: "searchset" },
  entry: resources.map((item) => ({ resource: item, search: { mode: "match" } })),
  ...more,
});
export const outcome = (severity: string, code: string) => ({
  resourceType: "OperationOutcome",
  issue: [{ severity, code, diagnostics: "Mrs. Q. Presently" }],
});

const age = 67;
export const only = (priorBcma: readonly string[] | null) => ({ age, priorLines: null, priorBcma });

export function record(
  what: string,
  sent: unknown,
  handsOver: Fields | null,
  ...tells: string[]
): MadeRecord {
  return { what, sent, expected: { handsOver, tells } };
}

/** With the patient beside it. */
export const beside = (
  what: string,
  item: unknown,
  kinds: readonly string[] | null,
  ...tells: string[]
) => record(what, [patient, item], only(kinds), ...tells);

export const bispecific = ["bispecific"];
export const carT = ["car-t"];
export const notCounted = (why: string, drug = "teclistamab") =>
  `therapy-not-counted ${drug} ${why}`;

export const medication = (more: Fields = {}) => ({
  ...{ resourceType: "Medication", id: "m", code: { text: "Elrexfio 76 mg/1.9 mL" } },
  ...more,
});
export const referring = (reference: string, more: Fields = {}) =>
  administered({ medicationReference: { reference, ...more } });

/** An administration of what the concept names. */
export const givenBy = (medicationCodeableConcept: object, id = "1") =>
  resource("MedicationAdministration", "completed", { id, medicationCodeableConcept });

/** The drugs that count as given. */
export const drugsIn = (...resources: unknown[]) =>
  readPatient(resources, { now }).found.flatMap(({ code, data }) =>
    code === "therapy" ? data.drug : [],
  );

export const namesOf = ({ name, names = [] }: (typeof recognition)["drugs"][number]) =>
  names.length > 0 ? names : [name];
