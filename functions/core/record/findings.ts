/** Findings in a record: a code, its data, and a sentence in our words, never in those of the record. */
import type { EarlierKind } from "#data/earlier-kinds.ts";
import type { Resource } from "./fhir.ts";

/** Why a therapy that the record names is not handed over; `denied`: a person said that it was not given. */
export type NotGiven =
  | "unnamed"
  | "contradicted"
  | "current"
  | "to-confirm"
  | "mentioned"
  | "planned"
  | "not-given"
  | "denied";

/** Why a condition is no myeloma that is treated now. */
export type NotActive = "inactive" | "unconfirmed" | "in-words";

/** Data of each code. */
export interface FindingData {
  age: { years: number; isAtDeath: boolean };
  "prior-lines": { lines: number };
  /** `isConfirmed`: not by the record, but by a person. */
  therapy: Therapy & { isConfirmed: boolean };
  myeloma: Count;

  "age-unknown": Nothing;
  "age-range": { least: number; most: number };
  "age-outside": { years: number };
  "lines-not-typed": Nothing;
  "therapy-not-counted": Therapy & { why: NotGiven };
  /** `read`: how many medications and procedures. */
  "therapy-none": { read: number };
  "medication-unnamed": Count;
  "myeloma-not-counted": Count & { why: NotActive };
  /** `read`: how many conditions. */
  "myeloma-none": { read: number };

  "nothing-read": Nothing;
  "several-patients": Count;
  "patient-missing": Nothing;
  "patient-replaced": Nothing;
  "patient-died": Nothing;
  "of-another-patient": Count;
  /** Resources that name no patient, or none whom the rest knows. */
  "patient-not-named": Count;
  /** Resources with `modifierExtension` or `implicitRules`. */
  "meaning-changed": Count;
  /** Resources that look like FHIR R5. */
  "not-r4": Count;
  /** Medications and procedures with only codes that are not read; `systems`: `OPS`, `PZN`, `SNOMED`, `another system`. */
  "codes-not-read": Count & { systems: readonly string[] };
  /**
   * `issue`: the code of an OperationOutcome, or `subsetted`, `redacted`, `masked` of a resource that came in part.
   */
  withheld: { issue: string };
  "fewer-than-counted": { type: string; counted: number; came: number };
  "next-page": { type: string };
  "date-without-day": Count;
  "too-much": Nothing;
}

type Nothing = Readonly<Record<string, never>>;

interface Count {
  count: number;
}

interface Therapy {
  /** Our name of it. */
  drug: string;
  kinds: readonly EarlierKind[];
  /** Resources that say it. */
  count: number;
  /** First and last date, as the record writes them; `null` if a period has no start, or no end. */
  first: string | null;
  last: string | null;
}

export type FindingCode = keyof FindingData;

export type Finding = {
  [Code in FindingCode]: {
    readonly code: Code;
    readonly text: string;
    readonly data: Readonly<FindingData[Code]>;
    /** `Procedure/3`: where it stands, as many as there is room for. */
    readonly references: readonly string[];
  };
}[FindingCode];

const mostReferences = 20;

export function finding<Code extends FindingCode>(
  code: Code,
  data: FindingData[Code],
  resources: readonly Pick<Resource, "reference">[] = [],
): Finding {
  const references = new Set(resources.flatMap(({ reference }) => reference ?? []));
  const text = sentences[code](data);
  // The code and its data belong together, which the compiler cannot see of a type parameter.
  return {
    code,
    data,
    text,
    references: [...references].slice(0, mostReferences),
  } as unknown as Finding;
}

const sentences: { [Code in FindingCode]: (data: FindingData[Code]) => string } = {
  age: ({ years, isAtDeath }) => `${years} years old${isAtDeath ? " at death" : ""}.`,
  "prior-lines": ({ lines }) => `${counted(lines, "prior line")}, as typed.`,
  therapy: ({ isConfirmed, ...therapy }) =>
    `${named(therapy)} was given${isConfirmed ? ", as a person confirmed" : ""}.`,
  myeloma: () => "Multiple myeloma is coded.",

  "age-unknown": () => "No age follows from the record.",
  "age-range": ({ least, most }) => `${least} to ${most} years old. No age is handed over.`,
  "age-outside": ({ years }) => `${years} years old. No age is handed over.`,
  "lines-not-typed": () => "Prior lines are typed by a person, not counted from a record.",
  "therapy-not-counted": ({ why, ...therapy }) =>
    `${named(therapy)} ${whyNotGiven[why]}. It is not handed over.`,
  "therapy-none": ({ read }) =>
    `Nothing directed at BCMA or GPRC5D is certain among ${read} medications and procedures, which does not mean that there was none.`,
  "medication-unnamed": ({ count }) => `${counted(count, "medication")} came without a name.`,
  "myeloma-not-counted": ({ why }) => `${whyNotActive[why]}.`,
  "myeloma-none": ({ read }) =>
    `No active multiple myeloma is coded among ${counted(read, "condition")}, by codes known here.`,

  "nothing-read": () => "There was no FHIR resource to read.",
  "several-patients": ({ count }) =>
    `The resources are of ${count} patients. Nothing is handed over.`,
  "patient-missing": () => "The resource of the patient is missing.",
  "patient-replaced": () => "This record of the patient is not in use.",
  "patient-died": () => "The patient has died: nothing is handed over.",
  "of-another-patient": ({ count }) =>
    `${counted(count, "resource")} of another patient did not count.`,
  "patient-not-named": ({ count }) =>
    `${counted(count, "resource")} that did not name this patient did not count.`,
  "meaning-changed": ({ count }) =>
    `${counted(count, "resource")} with a modifier extension or implicit rules did not count.`,
  "not-r4": ({ count }) =>
    `${counted(count, "resource")} that looks like FHIR R5 did not count: R4 is read.`,
  "codes-not-read": ({ count, systems }) =>
    `${counted(count, "medication or procedure", "medications and procedures")} had only codes that are not read (${systems.join(", ")}).`,
  withheld: () => "The server left something out, or could not read it.",
  "fewer-than-counted": ({ type, counted: total, came }) =>
    `The server counted ${total} (${type}), and ${came} came.`,
  "next-page": ({ type }) => `A further page (${type}) was not read.`,
  "date-without-day": ({ count }) => `${counted(count, "date")} of therapy without a day.`,
  "too-much": () => "There was more than is read.",
};

const whyNotGiven: Readonly<Record<NotGiven, string>> = {
  unnamed: "is recorded without a product; that it was directed at BCMA, a person must confirm",
  contradicted: "is recorded both as given and as not given; a person must confirm",
  current: "still goes on; that it came before the treatment now chosen, a person must confirm",
  "to-confirm": "was ordered or dispensed, or perhaps given; a person must confirm it",
  mentioned: "is named, perhaps only mentioned",
  planned: "is planned or dated in the future",
  "not-given": "was cancelled, refused or not given",
  denied: "was not given, as a person said",
};

const whyNotActive: Readonly<Record<NotActive, string>> = {
  inactive: "Multiple myeloma is coded as inactive or resolved",
  unconfirmed: "Multiple myeloma is coded as a suspicion",
  "in-words": "Myeloma is named without a code known here",
};

function counted(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}

function named({ drug, kinds, first, last }: Therapy): string {
  return `${drug} (${[...kinds, spanned(first, last)].filter(Boolean).join(", ")})`;
}

function spanned(...dates: readonly [string | null, string | null]): string {
  const [first, last] = dates.map((date) => date?.slice(0, 10));
  if (first === last) return first ?? "";
  if (first === undefined) return `until ${last}`;
  return last === undefined ? `from ${first}` : `${first} to ${last}`;
}
