/** Types of `/v1/fhir-patient.js`, which reads FHIR R4 resources of a patient and makes the message that hands it over. */

/** Kinds of earlier therapy: directed at BCMA, and anything directed at GPRC5D. */
export type EarlierKind = "adc" | "bispecific" | "car-t" | "gprc5d";

/** What the frame at `/embed?hand-over=patient` takes by `postMessage`. */
export interface PatientMessage {
  type: "myeloma-compare:patient";
  patient: {
    readonly age: number | null;
    readonly priorLines: number | null;
    readonly priorBcma: readonly EarlierKind[] | null;
  };
}

/** What a person says, or the page knows. */
export interface Said {
  /** Whose record is open: an id, a reference or an address. Without it all resources must be of one patient. */
  readonly patient?: string | number | null;
  /** Typed by a person, 0 to 30; they are never counted from a record. */
  readonly priorLines?: number | null;
  /** Drugs, by the `drug` of a finding, of which a person confirmed that they were given. */
  readonly confirmed?: readonly string[];
  /** Drugs, by the `drug` of a finding, of which a person said that they were never given: they do not count. */
  readonly denied?: readonly string[];
  /** The clock by which ages and dates are read; the clock of the device unless it is said. */
  readonly now?: Date;
}

/** A drug and the resources that name it. */
export interface TherapyData {
  /** Our name of it. */
  drug: string;
  /** As what it counts; none if it is directed at neither BCMA nor GPRC5D. */
  kinds: readonly EarlierKind[];
  /** Resources that say it. */
  count: number;
  /** First and last date, as the record writes them; `null` if a period has no start, or no end. */
  first: string | null;
  last: string | null;
}

interface Count {
  count: number;
}

type Nothing = Readonly<Record<string, never>>;

/** Codes of what was found, with what belongs to each. */
export interface FoundData {
  age: { years: number; isAtDeath: boolean };
  "prior-lines": { lines: number };
  /** `isConfirmed`: not by the record, but by a person. */
  therapy: TherapyData & { isConfirmed: boolean };
  myeloma: Count;
}

/** Codes of what was looked for and not found, or not well enough to hand it over. */
export interface NotFoundData {
  "age-unknown": Nothing;
  "age-range": { least: number; most: number };
  "age-outside": { years: number };
  "lines-not-typed": Nothing;
  /**
   * Name the drug in `confirmed` once a person has confirmed that it was given, in `denied` once that it was not.
   * `unnamed`: CAR-T cells without a product. `contradicted`: the record, or the person, says both. `current`: therapy
   * that goes on, which may be the one that is being decided on. `to-confirm`: not surely given. `mentioned`: words
   * that are no label, or a code of another drug beside them. `denied`: by the person.
   */
  "therapy-not-counted": TherapyData & {
    why:
      | "unnamed"
      | "contradicted"
      | "current"
      | "to-confirm"
      | "mentioned"
      | "planned"
      | "not-given"
      | "denied";
  };
  /** `read`: how many medications and procedures. */
  "therapy-none": { read: number };
  "medication-unnamed": Count;
  "myeloma-not-counted": Count & { why: "inactive" | "unconfirmed" | "in-words" };
  /** `read`: how many conditions. */
  "myeloma-none": { read: number };
}

/** Codes of why the answer may be incomplete, or about somebody else; that the patient has died stands first. */
export interface IncompleteData {
  "nothing-read": Nothing;
  "several-patients": Count;
  "patient-missing": Nothing;
  "patient-replaced": Nothing;
  /** Nothing is handed over. */
  "patient-died": Nothing;
  "of-another-patient": Count;
  /** Resources that name no patient, or one whom the other resources do not know. They do not count. */
  "patient-not-named": Count;
  /** Resources with `modifierExtension` or `implicitRules`, which may change their meaning. They do not count. */
  "meaning-changed": Count;
  /** Resources that look like FHIR R5. They do not count. */
  "not-r4": Count;
  /** Medications and procedures that only codes name which are not read; `systems`: `OPS`, `PZN`, `SNOMED`, `another system`. */
  "codes-not-read": Count & { systems: readonly string[] };
  /** `issue`: the code of an OperationOutcome, or `subsetted`, `redacted`, `masked` of a resource that came in part. */
  withheld: { issue: string };
  "fewer-than-counted": { type: string; counted: number; came: number };
  "next-page": { type: string };
  "date-without-day": Count;
  "too-much": Nothing;
}

/** New codes may be added: show `text` of a code that you do not know. */
export type Finding<Data> = {
  [Code in keyof Data]: {
    readonly code: Code;
    /** An English sentence, without any words of the record. */
    readonly text: string;
    readonly data: Readonly<Data[Code]>;
    /** Where it stands: `Procedure/3`. At most 20. */
    readonly references: readonly string[];
  };
}[keyof Data];

export interface PatientReading {
  /** For `postMessage`; `null` if there is nothing to hand over, if it is not certain of whom it is, or if the patient has died. */
  readonly message: PatientMessage | null;
  readonly found: readonly Finding<FoundData>[];
  readonly notFound: readonly Finding<NotFoundData>[];
  readonly incomplete: readonly Finding<IncompleteData>[];
}

/**
 * Reads resources in any order: one, a list of them, a Bundle, or a list of Bundles, as JSON has them. It throws
 * nothing, asks nobody and keeps nothing.
 */
export function readPatient(resources: unknown, said?: Said): PatientReading;
