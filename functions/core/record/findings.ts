/** Findings in a record: a code, its data, and a sentence in our words, never in those of the record. */
import type { EarlierKind } from "#data/earlier-kinds.ts";
import type { Resource } from "./fhir.ts";
import type { Entry } from "./therapies.ts";

/** States whether a drug was given before the treatment that is being decided on, as a person said. */
export type Answer = "given" | "not-given";

/** Maps the code of each finding to the values that its text needs. */
export interface FindingData {
  age: { years: number };
  "prior-lines": { lines: number };
  therapy: Therapy;
  /** A diagnosis is coded, whatever its status. */
  myeloma: { recorded: readonly Recorded[] };

  "age-unknown": Nothing;
  /** The years that the birth date leaves open: more than one, or outside the ages that are taken. */
  "age-not-used": { least: number; most: number };
  "lines-not-typed": Nothing;
  "therapy-not-counted": Therapy;
  /** No drug was recognised; `read`: how many medications, procedures and conditions. */
  "therapy-none": { read: number };
  /** In `count` resources, words name BCMA or GPRC5D without a drug that is recognised. */
  "target-without-drug": Count;
  "medication-unnamed": Count;
  /** No condition has a code of myeloma. */
  "myeloma-none": Nothing;

  "nothing-read": Nothing;
  "several-patients": Count;
  "patient-missing": Nothing;
  "patient-replaced": Nothing;
  "patient-died": Nothing;
  "of-another-patient": Count;
  /** `count` resources name no patient, or one whom no other resource knows. */
  "patient-not-named": Count;
  /** `count` resources have a `modifierExtension` or `implicitRules`, which may change their meaning. */
  "meaning-changed": Count;
  /** `count` medications and procedures have only codes that are not read. */
  "codes-not-read": Count;
  /**
   * `issue` is the code of an OperationOutcome, or `subsetted`, `redacted` or `masked` for a resource that came in
   * part.
   */
  withheld: { issue: string };
  "fewer-than-counted": { type: string; counted: number; came: number };
  "next-page": { type: string };
  "too-much": Nothing;
}

type Nothing = Readonly<Record<string, never>>;

interface Count {
  count: number;
}

interface Therapy {
  /** `drug` is the name that we use for the drug. */
  drug: string;
  /** Lists the kinds of earlier therapy that the drug counts as, once a person has said that it was given before. */
  kinds: readonly EarlierKind[];
  recorded: readonly Recorded[];
  /** `answer` is what a person said of the drug; `null` without an answer, or if both answers were given. */
  answer: Answer | null;
}

/** Counts the resources that name a drug in the same way; `status`, `isCoded` and `hasRemark` are those of `Entry`. */
export interface Recorded extends Pick<Entry, "status" | "isCoded" | "hasRemark"> {
  type: string;
  count: number;
  /** `first` and `last` are dates as the record writes them; `null` if no date can be read. */
  first: string | null;
  last: string | null;
}

export type FindingCode = keyof FindingData;

export type Finding = {
  [Code in FindingCode]: {
    readonly code: Code;
    readonly text: string;
    readonly data: Readonly<FindingData[Code]>;
    /** `references` name the resources of the finding, such as `Procedure/3`, as many as there is room for. */
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
  age: ({ years }) => `${years} years old.`,
  "prior-lines": ({ lines }) => `${withNoun(lines, "prior line")}, as typed.`,
  therapy: therapyText,
  myeloma: ({ recorded }) => `Multiple myeloma: ${recordedText(recorded)}.`,

  "age-unknown": () => "No age follows from the record.",
  "age-not-used": ({ least, most }) => `${fromTo(least, most)} years old: no age is handed over.`,
  "lines-not-typed": () =>
    "Prior lines are typed by a person (0 to 30), not counted from a record.",
  "therapy-not-counted": therapyText,
  "therapy-none": ({ read }) =>
    `No drug directed at BCMA or GPRC5D was recognised among ${read} medications, procedures and conditions, which does not mean that there was none.`,
  "target-without-drug": notCounted("that names BCMA or GPRC5D, but no drug known here"),
  "medication-unnamed": notCounted("without the name of a medication"),
  "myeloma-none": () => "No multiple myeloma is coded.",

  "nothing-read": () => "There was no FHIR resource to read.",
  "several-patients": ({ count }) =>
    `The resources are of ${count} patients: nothing is handed over.`,
  "patient-missing": () => "The resource of the patient is missing.",
  "patient-replaced": () => "This record of the patient is not in use, or was replaced by another.",
  "patient-died": () => "The patient has died: nothing is handed over.",
  "of-another-patient": notCounted("of another patient"),
  "patient-not-named": notCounted("that did not name this patient"),
  "meaning-changed": notCounted("with a modifier extension or implicit rules"),
  "codes-not-read": notCounted("with only codes that are not read"),
  withheld: ({ issue }) => `The server left something out, or could not read it (${issue}).`,
  "fewer-than-counted": ({ type, counted: total, came }) =>
    `The server counted ${total} (${type}), and ${came} came.`,
  "next-page": ({ type }) => `A further page (${type}) was not read.`,
  "too-much": () => "There was more than is read.",
};

function notCounted(clause: string) {
  return ({ count }: Count) => `${withNoun(count, "resource")} ${clause} did not count.`;
}

function withNoun(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/**
 * Returns text such as `teclistamab (bispecific): 3 administrations (completed, 2025-01-05 to 2025-03-01).
 * Given before, as a person said.`.
 */
function therapyText({ drug, kinds, recorded, answer }: Therapy): string {
  return `${drug} (${kinds.join(", ")}): ${recordedText(recorded)}. ${answers[answer ?? "none"]}.`;
}

const answers: Readonly<Record<Answer | "none", string>> = {
  given: "Given before, as a person said",
  "not-given": "Not given before, as a person said",
  none: "Not handed over unless a person says that it was given before the treatment to be chosen",
};

/** Returns "2024-05 to 2024-06", or a single date if both ends are equal. */
function fromTo(...ends: readonly unknown[]): string {
  return [...new Set(ends)].filter((end) => end !== undefined).join(" to ");
}

/**
 * Returns a text that counts resources, which are called as FHIR calls them: administration, dispense, request,
 * statement, procedure, condition.
 */
function recordedText(recorded: readonly Recorded[]): string {
  return recorded
    .map(({ type, count, status, isCoded, hasRemark, first, last }) => {
      const noun = withNoun(count, type.replace("Medication", "").toLowerCase());
      const days = fromTo(first?.slice(0, 10), last?.slice(0, 10));
      const details = [
        status.replaceAll("-", " "),
        !isCoded && "in words",
        hasRemark && "with a remark",
        days,
      ];
      return `${noun} (${details.filter(Boolean).join(", ")})`;
    })
    .join(", ");
}
