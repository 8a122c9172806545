/** Holds the texts of the form for one patient, and of what it leads to, in English. */
import type { FitCounts, NearestBound, PatientFit } from "#core/evidence/eligibility.ts";
import type { PatientProperty } from "#core/others/near-patient.ts";
import {
  isDividing,
  type Patient,
  type PatientNumber,
  type PatientWithTraits,
  type Trait,
} from "#core/question/patient.ts";
import { classAdjective } from "./class-names.ts";
import { withNoun } from "./counts.ts";
import { ageOf, earlierOf, linesOf } from "./patient-codes.ts";
import { joinedClauses, sentence, withCommas, withSpaces } from "./sentences.ts";
import { notFound } from "./source-tier.ts";
import type { StudyWord } from "./study-word.ts";

/** Names traits within a sentence; buttons capitalise the names. */
export const traitNames = {
  "extramedullary-disease": "extramedullary disease",
  "cytogenetic-risk": "high-risk cytogenetics",
  "renal-function": "creatinine clearance below 45",
  refractoriness: "triple-class refractory disease",
  "lenalidomide-refractory": "refractory to lenalidomide",
  frailty: "frailty",
} satisfies Record<Trait, string>;

/** Holds the parts of the first line that depend on the question and not on the patient. */
export interface OfQuestion {
  readonly noun: StudyWord;
  /** States that no trial is counted; empty if there are trials. */
  readonly none: string;
  /**
   * Holds texts on earlier therapy: for a patient without any, for a patient who had the kind that the question asks
   * for, and what the question assumes for a patient whose earlier therapy is not known.
   */
  readonly earlier: { readonly none: string; readonly had: string; readonly unknown: string };
  /** Names trials and labels that require disease refractory to lenalidomide; empty if there are none. */
  readonly refractory: string;
  /** States the prior lines of the question, for a patient whose number of lines is not known. */
  readonly linesUnknown: string;
  /** States that no regimen of a class is labelled in the regions of the question; else empty. */
  readonly unlabelled: string;
  /** Lists properties for which studies report groups; their tables stand below. */
  readonly reported: readonly { readonly property: PatientProperty["name"] }[];
}

export const patientTexts = {
  /** States what is sent, below the form and below the answer. */
  asked: (question: string) =>
    `Only the question is sent (${question}). Age and the rest stay on this device.`,
  /** States the patient in short, above the question. */
  chip: (person: Patient) => ["Patient", numbersOf(person).join(", ")].filter(Boolean).join(": "),
  /**
   * Lists further traits of the patient and filters of the question; without any, it states that the data stay on the
   * device.
   */
  about: ({ traits, ...numbers }: PatientWithTraits, filters: string) =>
    withCommas([earlierOf(numbers), ...traits.map((name) => traitNames[name]), filters]) ||
    "stays on this device",
  /** Returns the first line: how the patient compares with what the trials of the table report. Its numbers add up. */
  fit: (
    { ranges }: Pick<PatientFit, "ranges">,
    patient: PatientWithTraits,
    { noun, none, earlier, refractory, linesUnknown, unlabelled, reported }: OfQuestion,
  ) => {
    const isOfRanges = isReported(ranges.counts);
    // Trials are not judged by these traits.
    const unjudged = patient.traits.filter((trait) => isDividing(trait) || !refractory);
    const isBelow = (trait: Trait) => reported.some(({ property }) => property === trait);
    const below = unjudged.filter(isBelow).map((trait) => traitNames[trait]);
    const withoutRange = numbersOf(patient, isOfRanges ? ranges.unjudged : undefined);
    const withoutGroup = unjudged
      .filter((trait) => !isBelow(trait))
      .map((trait) => traitNames[trait]);
    return withSpaces([
      none,
      isOfRanges && rangesFit(ranges, patient, noun),
      patient.priorBcma && (patient.priorBcma.length > 0 ? earlier.had : earlier.none),
      !patient.traits.every(isDividing) && refractory,
      ranges.counts.all > 0 &&
        below.length > 0 &&
        sentence(`${below.join(", ")}: see the groups below`),
      ranges.counts.all > 0 &&
        withoutRange.length > 0 &&
        sentence(`${withoutRange.join(", ")}: ranges not found`),
      ranges.counts.all > 0 &&
        withoutGroup.length > 0 &&
        sentence(`${withoutGroup.join(", ")}: groups not found`),
      patient.priorLines === null && linesUnknown,
      patient.priorBcma === null && earlier.unknown,
      unlabelled,
    ]);
  },
  /** This text stands before the verdict, or above the numbers if there is no verdict. */
  all: "All patients of these trials",
  reported: {
    /**
     * Returns the heading above results of patients who share a property with this patient.
     * @param outcome "Response"; `undefined` if no outcome was reported.
     */
    title: (property: PatientProperty, outcome: string | undefined) =>
      outcome === undefined
        ? `Reported of ${groupOf(property)}`
        : `${outcome}: ${groupOf(property)}`,
    /**
     * Returns the text for a class without a group of such patients.
     * @param olderFrom The age in years at which its first older group begins; `Infinity` without one.
     */
    none: ({ name, value }: PatientProperty, olderFrom: number) =>
      name === "age"
        ? `group near ${value} not found for this question${olderFrom < Infinity ? `, but one from ${olderFrom}` : ""}`
        : notFound,
    /** This text is for a class whose groups report other outcomes, or are not counted as such patients. */
    elsewhere: "no such group counted here",
    onlyOlder: "Only older groups are reported; read all patients.",
  },
};

/** Tells whether at least one trial reports enough to judge the patient as within or outside. */
const isReported = ({ within, outside }: FitCounts) => within + outside > 0;

/** Returns text such as "82 years: within what is reported by 2 of 6 trials; in no CAR-T trial (oldest 78).". */
function rangesFit(
  { judged, counts, missingNumbers, without }: PatientFit["ranges"],
  patient: Patient,
  noun: StudyWord,
): string {
  const numbers = numbersOf(patient, judged).join(" and ");
  const open = missingNumbers.map((name) => (name === "age" ? "ages" : "lines")).join(" or ");
  return sentence(
    joinedClauses([
      `${numbers}: within what is reported by ${trialsReporting(counts, noun)}`,
      ...without.map(
        ({ group, bound }) => `in no ${classAdjective[group]} ${noun}${boundIn(bound)}`,
      ),
      open && `${open} not found for ${moreTrials(counts, noun)}`,
    ]),
  );
}

/** Returns the trials that the patient lies within, of those that report the property, as in "2 of 6 trials". */
export function trialsReporting({ within, outside }: FitCounts, noun: StudyWord): string {
  return `${within || "none"} of ${withNoun(within + outside, noun)}`;
}

/** Returns the trials that do not report the property, as in "3 more trials". */
export function moreTrials({ "not-reported": open }: FitCounts, noun: StudyWord): string {
  return withNoun(open, `more ${noun}`);
}

function boundIn(bound: NearestBound | null): string {
  if (bound === null) return "";
  const { of, end, value } = bound;
  if (of === "age") return ` (${end === "most" ? "oldest" : "youngest"} ${value})`;
  return ` (at ${end} ${withNoun(value, "line")})`;
}

const sayNumber = (name: PatientNumber, value: number) =>
  name === "age" ? ageOf(value) : linesOf(value);

/** Returns text such as "82 years", "5+ lines". */
function numbersOf(
  patient: Pick<Patient, PatientNumber>,
  names: readonly PatientNumber[] = ["age", "priorLines"],
): string[] {
  return names.flatMap((name) => {
    const value = patient[name];
    return value === null ? [] : sayNumber(name, value);
  });
}

function groupOf({ name, value }: PatientProperty): string {
  if (name === "age") return `groups near ${ageOf(value)}`;
  if (name === "prior-lines") return `groups near ${linesOf(value)}`;
  if (name === "prior-bcma") return `patients ${earlierOf({ priorBcma: value })}`;
  return `patients with ${traitNames[name]}`;
}
