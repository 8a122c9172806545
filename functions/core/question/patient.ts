/** Defines the facts that can be entered about one patient, and the limits of the values. */
import { type EarlierKind, earlierKinds } from "#data/vocabulary.ts";

export { type EarlierKind, earlierKinds };

/** Maps the numbers of a patient to their names in an address. */
export const patientParameters = { age: "patient-age", priorLines: "patient-prior-lines" } as const;
export type PatientNumber = keyof typeof patientParameters;
export type PatientParameter = (typeof patientParameters)[PatientNumber];

/** Lists the kinds of earlier therapy that the patient had, or is `some`: BCMA-directed therapy of an unknown kind. */
export type EarlierKinds = readonly EarlierKind[] | "some";

/**
 * Holds facts about one patient. They are never part of the text of a question, of a link, of a cache key or of a
 * log.
 */
export interface Patient {
  /** `age` is in years. */
  age: number | null;
  priorLines: number | null;
  /** `priorBcma` is the earlier therapy directed at BCMA or GPRC5D; `null` if it was not said. */
  priorBcma: EarlierKinds | null;
}

/** Holds the lower and upper limit, both included. Values are whole numbers. */
export const patientBounds = {
  age: [18, 110],
  priorLines: [0, 30],
} as const satisfies Readonly<Record<PatientNumber, readonly [number, number]>>;

/** Lists the CAR-T products that can be named. No question has them: each is asked as CAR-T. */
export const carTProducts = ["ide-cel", "cilta-cel"] as const;
export type CarTProduct = (typeof carTProducts)[number];

export interface PatientWithTraits extends Patient {
  /** `carTProducts` are those that the patient is said to have had; empty if none is named. */
  carTProducts: readonly CarTProduct[];
  /** `traits` are those that the patient is said to have. */
  traits: readonly Trait[];
}

export const anyone: PatientWithTraits = {
  age: null,
  priorLines: null,
  priorBcma: null,
  carTProducts: [],
  traits: [],
};

/** Returns whether the patient received therapy directed at BCMA; `null` if that was not said. */
export function hasHadBcmaTherapy({ priorBcma }: Pick<Patient, "priorBcma">): boolean | null {
  if (priorBcma === "some") return true;
  if (priorBcma?.some((kind) => kind !== "gprc5d")) return true;
  // Earlier GPRC5D therapy does not rule out earlier BCMA therapy.
  return priorBcma?.length === 0 ? false : null;
}

// The lists below name the properties by which studies divide their patients and labels choose theirs.

/**
 * Lists the traits by which studies divide their patients. They decide which results of single studies are shown, and
 * never the question.
 */
const dividingTraits = [
  "extramedullary-disease",
  "frailty",
  "cytogenetic-risk",
  "renal-function",
  "refractoriness",
] as const;
export type DividingTrait = (typeof dividingTraits)[number];

/** Lists the properties of patients by which studies report results. */
export const propertyNames = ["prior-bcma", ...dividingTraits, "age", "prior-lines"] as const;
export type PropertyName = (typeof propertyNames)[number];

/** Tells whether a property is a finding: not a number of the patient, and not earlier therapy. */
export function isClinicalFinding(name: string): boolean {
  return dividingTraits.some((trait) => trait === name);
}

/** Labels and trials ask for it after one or two lines; no study divides its patients by it. */
const labelCriterion = "lenalidomide-refractory";

export const traits = [...dividingTraits, labelCriterion] as const;
export type Trait = (typeof traits)[number];

export const isTraitThatDividesPatients = (trait: Trait): trait is DividingTrait =>
  trait !== labelCriterion;
