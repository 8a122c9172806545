/** Makes the FHIR resources of the records by which the reading is tested, and states what is to be told of each. */
import { type Answers, readPatient } from "#core/record/patient.ts";
import type { recognition } from "#data/generated/recognition.ts";

export type Fields = Readonly<Record<string, unknown>>;

export interface MadeRecord {
  readonly what: string;
  readonly sent: unknown;
  readonly answers?: Answers;
  /** Drugs that are listed, each with how the record has it: `teclistamab: 1 administration (completed, in words)`. */
  readonly lists: readonly string[];
  /** Codes of all other findings that must be told; of `withheld` also the issue. */
  readonly tells: readonly string[];
  /** Kinds of earlier therapy that are handed over once a person has confirmed every drug that is listed. */
  readonly kinds: readonly string[];
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

/** A record, with the drugs that it lists and the codes of its findings, in any order. */
export function record(
  what: string,
  sent: unknown,
  kinds: readonly string[],
  lists: readonly string[],
  ...tells: string[]
): MadeRecord {
  return { what, sent, kinds, lists, tells };
}

/** Makes a record of the patient, followed by these resources. */
export const withPatient = (
  what: string,
  resources: unknown,
  kinds: readonly string[],
  lists: readonly string[],
  ...tells: string[]
) => record(what, [patient, resources], kinds, lists, ...tells);

export const bispecific = ["bispecific"];
export const carT = ["car-t"];
export const cilta = "ciltacabtagene autoleucel";
export const ide = "idecabtagene vicleucel";
export const unnamedCarT = "CAR-T cells, if directed at BCMA";

export const medication = (more: Fields = {}) => ({
  ...{ resourceType: "Medication", id: "m", code: { text: "Elrexfio 76 mg/1.9 mL" } },
  ...more,
});
export const referring = (reference: string, more: Fields = {}) =>
  administered({ medicationReference: { reference, ...more } });

/** An administration of what the concept names. */
export const givenBy = (medicationCodeableConcept: object, id = "1") =>
  resource("MedicationAdministration", "completed", { id, medicationCodeableConcept });

/** The drugs that are listed. */
export const drugsIn = (...resources: unknown[]) =>
  readPatient(resources, { now }).notFound.flatMap(({ code, data }) =>
    code === "therapy-not-counted" ? data.drug : [],
  );

export const namesOf = ({ name, names = [] }: (typeof recognition)["drugs"][number]) =>
  names.length > 0 ? names : [name];
