/** What may be said of one patient, and the limits of the values. */
import { type BcmaKind, bcmaKinds } from "#data/bcma-kinds.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

export { type BcmaKind, bcmaKinds };

/** The numbers of a patient, by their names in an address. */
export const patientParameters = { age: "patient-age", priorLines: "patient-prior-lines" } as const;
export type PatientNumber = keyof typeof patientParameters;
export const patientNumbers = ["age", "priorLines"] as const satisfies readonly PatientNumber[];
export type PatientParameter = (typeof patientParameters)[PatientNumber];

/** The kinds given, none of them, or `some`: therapy of a kind that is not known. */
export type PriorBcma = readonly BcmaKind[] | "some";

/** These values are never part of the text of a question, of a link, of a cache key or of a log. */
export interface Patient {
  /** Years. */
  age: number | null;
  priorLines: number | null;
  /** Earlier BCMA-directed therapy; `null` if it was not said. */
  priorBcma: PriorBcma | null;
}

/** Lower and upper limit, both included. Values are whole numbers. */
export const patientBounds = {
  age: [18, 110],
  priorLines: [0, 30],
} as const satisfies Readonly<Record<PatientNumber, readonly [number, number]>>;

/** Asked with yes or no. They choose what is shown of single studies, and no question. */
export const traits = ["cytogenetic-risk", "extramedullary-disease"] as const;
export type Trait = (typeof traits)[number];

export interface OwnPatient extends Patient {
  /** `true` for yes; absent if not said. */
  traits: Readonly<Partial<Record<Trait, boolean>>>;
}

export const anyone: OwnPatient = { age: null, priorLines: null, priorBcma: null, traits: {} };

/** Whether the patient received therapy directed at BCMA; `null` if that was not said. */
export function hadBcma({ priorBcma }: Pick<Patient, "priorBcma">): boolean | null {
  return priorBcma && priorBcma.length > 0;
}

const kindOfClass = { "car-t": "car-t", bsab: "bispecific" } as const;

/** Kinds of therapies directed at BCMA; one of no class of ours is an antibody–drug conjugate. */
export function bcmaKindsOf(
  therapies: readonly { readonly therapyClass: TherapyClass | null }[],
): readonly BcmaKind[] {
  const found = therapies.map(({ therapyClass: own }) => (own === null ? "adc" : kindOfClass[own]));
  return bcmaKinds.filter((kind) => found.includes(kind));
}
