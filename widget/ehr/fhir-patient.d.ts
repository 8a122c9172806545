/**
 * Holds the types of `/v1/fhir-patient.js`, which reads FHIR R4 resources of a patient and makes the message that hands
 * the patient over.
 */

/** Names a kind of earlier therapy: directed at BCMA, or `gprc5d` for any therapy directed at GPRC5D. */
export type EarlierKind = "adc" | "bispecific" | "car-t" | "gprc5d";

/** Describes what the frame at `/embed?hand-over=patient` takes by `postMessage`. */
export interface PatientMessage {
  type: "myeloma-compare:patient";
  patient: {
    readonly age: number | null;
    readonly priorLines: number | null;
    readonly priorBcma: readonly EarlierKind[] | null;
  };
}

/** Holds what a person states, or what the page knows. */
export interface Answers {
  /**
   * Names the patient whose record is open, by an id, a reference or an address. Without it all resources must be of
   * one patient.
   */
  readonly patient?: string | number | null;
  /** Typed by a person, 0 to 30; they are never counted from a record. */
  readonly priorLines?: number | null;
  /**
   * Drugs, by the `drug` of a finding, of which a person said that they were given before the treatment that is being
   * decided on. No other drug is handed over, whatever the record says.
   */
  readonly confirmed?: readonly string[];
  /** Drugs, by the `drug` of a finding, of which a person said that they were not given before. */
  readonly denied?: readonly string[];
  /** The clock by which ages are read; the clock of the device unless it is given. */
  readonly now?: Date;
}

/** A drug that the record names, and how: nothing here says that it was given. */
export interface TherapyData {
  /** Our name of it. CAR-T cells without a product are asked for as `CAR-T cells, if directed at BCMA`. */
  drug: string;
  /** Lists the kinds of earlier therapy that the drug counts as, once a person has said that it was given before. */
  kinds: readonly EarlierKind[];
  recorded: readonly RecordedAs[];
  /** Follows from `confirmed` and `denied`; `null` if the drug is in neither, or in both. */
  answer: "given" | "not-given" | null;
}

/** Describes how `count` resources name the drug. */
export interface RecordedAs {
  /** Holds the type of the resources, such as `MedicationAdministration` or `Procedure`. */
  type: string;
  /**
   * The status of the resources, `unknown` without one of FHIR R4; of an order that nobody has decided on its intent
   * (`proposal`, `plan`, `option`), of one that forbids the drug `do-not-perform`; of a Condition its clinical status,
   * or that it is `unconfirmed`, `provisional`, `differential`.
   */
  status: string;
  /** States whether a code names the drug, not words alone: words may be about something else. */
  isCoded: boolean;
  /**
   * States whether there is an element that may deny the rest: `note`, `outcome`, `statusReason`, or of FHIR DSTU2 and
   * STU3 `notGiven`, `wasNotGiven`, `wasNotTaken`, `notPerformed`, `taken`.
   */
  hasRemark: boolean;
  count: number;
  /** Holds the first and last date, as the record writes them; `null` if no date can be read. */
  first: string | null;
  last: string | null;
}

interface Count {
  count: number;
}

type Nothing = Readonly<Record<string, never>>;

/** Codes of what was found, with what belongs to each. */
export interface FoundData {
  age: { years: number };
  "prior-lines": { lines: number };
  /** The answer is `given`. */
  therapy: TherapyData;
  /** A diagnosis is coded, whatever its status. */
  myeloma: { recorded: readonly RecordedAs[] };
}

/** Codes of what was looked for and not found, or not well enough to hand it over. */
export interface NotFoundData {
  "age-unknown": Nothing;
  /** The years that the birth date leaves open: more than one, or outside the ages that are taken. */
  "age-not-used": { least: number; most: number };
  "lines-not-typed": Nothing;
  /** Ask a person where `answer` is `null`. */
  "therapy-not-counted": TherapyData;
  /** No drug was recognised; `read`: how many medications, procedures and conditions. */
  "therapy-none": { read: number };
  /** Medications and procedures whose words name BCMA or GPRC5D without a drug that is known here. */
  "target-without-drug": Count;
  "medication-unnamed": Count;
  /** No condition has a code of myeloma. */
  "myeloma-none": Nothing;
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
  /**
   * Lists the resources with `modifierExtension` or `implicitRules`, which may change their meaning. They do not
   * count.
   */
  "meaning-changed": Count;
  /** Medications and procedures with only codes that are not read. */
  "codes-not-read": Count;
  /**
   * Holds as `issue` the code of an OperationOutcome, the status of a request of a batch that failed without one, or
   * `subsetted`, `redacted`, `masked` of a resource that came in part.
   */
  withheld: { issue: string };
  "fewer-than-counted": { type: string; counted: number; came: number };
  "next-page": { type: string };
  "too-much": Nothing;
}

/** New codes may be added: show `text` of a code that you do not know. */
export type Finding<Data> = {
  [Code in keyof Data]: {
    readonly code: Code;
    /** An English sentence, without any words of the record. */
    readonly text: string;
    readonly data: Readonly<Data[Code]>;
    /** Lists the resources that the finding rests on, such as `Procedure/3`; at most 20. */
    readonly references: readonly string[];
  };
}[keyof Data];

export interface PatientReading {
  /**
   * Holds the message for `postMessage`; `null` if there is nothing to hand over, if it is not certain of whom it is
   * (as without a Patient), or if the patient has died.
   */
  readonly message: PatientMessage | null;
  readonly found: readonly Finding<FoundData>[];
  readonly notFound: readonly Finding<NotFoundData>[];
  readonly incomplete: readonly Finding<IncompleteData>[];
}

/**
 * Reads resources in any order: one, a list of them, a Bundle, or a list of Bundles, as JSON has them. It throws
 * nothing, asks nobody and keeps nothing.
 */
export function readPatient(resources: unknown, answers?: Answers): PatientReading;
