/** Holds the texts of the form for one patient, and of what it leads to, in English. */

import type { Bound, NumberFit, PatientFit } from "#core/evidence/eligibility.ts";
import {
  isTraitThatDividesPatients,
  type Patient,
  type PatientNumber,
  type PatientWithTraits,
  type Trait,
} from "#core/question/patient.ts";
import { classAdjective, type StudyWord } from "./names.ts";
import { describeEarlierTherapyOfPatient, formatAge, formatPriorLines } from "./patient-codes.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinWithConjunction,
  writeSentence,
} from "./sentences.ts";

/** Names traits within a sentence; buttons capitalise the names. */
export const traitNames = {
  "extramedullary-disease": "extramedullary disease",
  "cytogenetic-risk": "high-risk cytogenetics",
  "renal-function": "creatinine clearance below 45",
  refractoriness: "triple-class refractory disease",
  "lenalidomide-refractory": "refractory to lenalidomide",
  frailty: "frailty",
} satisfies Record<Trait, string>;

export const patientTexts = {
  /** States what is sent, below the form and below the answer. */
  asked: (question: string) =>
    `Only the question is sent (${question}). Age and the rest stay on this device.`,
  /** Names the patient in short, above the question. */
  chip: (person: Patient) =>
    ["Patient", listAgeAndLineTexts(person).join(", ")].filter(Boolean).join(": "),
  labelled: (regions: string) => `Labelled (${regions}):`,
  /** States what the question assumes of a patient of whom it is not known; empty where nothing is assumed. */
  assumed: (
    { priorLines, priorBcma }: Patient,
    { lines, earlier }: { readonly lines: string; readonly earlier: string },
  ) => {
    const parts = joinByCommas([priorLines === null && lines, priorBcma === null && earlier]);
    return parts && writeSentence(`assumed: ${parts}`);
  },
  /** This text stands before the verdict, or above the numbers if there is no verdict. */
  all: "All patients of these trials",
};

const formatAgeOrLines = (name: PatientNumber, value: number) =>
  name === "age" ? formatAge(value) : formatPriorLines(value);

/** Returns text such as "82 years", "5+ lines". */
function listAgeAndLineTexts(patient: Pick<Patient, PatientNumber>): string[] {
  const names: readonly PatientNumber[] = ["age", "priorLines"];
  return names.flatMap((name) => {
    const value = patient[name];
    return value === null ? [] : formatAgeOrLines(name, value);
  });
}

// Describes one patient, and whom the trials of the question enrolled beside that.

/**
 * Lists further traits of the patient and filters of the question; without any, it states that the data stay on the
 * device.
 */
export function describeTraitsAndFilters(
  { traits, carTProducts, ...numbers }: PatientWithTraits,
  filters: string,
): string {
  const parts = [
    describeEarlierTherapyOfPatient(numbers),
    carTProducts.length > 0 && `${joinWithConjunction(carTProducts)} asked as CAR-T`,
    ...traits.map((name) => traitNames[name]),
    filters,
  ];
  return joinByCommas(parts) || "stays on this device";
}

/** Holds what the enrolment of trials is described from. */
interface Enrolment {
  readonly noun: StudyWord;
  readonly enrolment: { readonly none: string; readonly had: string; readonly refractory: string };
}

/** States how far the trials reach: by earlier therapy of the patient, then a sentence for each number. */
export function listEnrolmentSentences(
  { numbers }: PatientFit,
  patient: PatientWithTraits,
  view: Enrolment,
): string[] {
  const { priorBcma, traits } = patient;
  const { none, had, refractory } = view.enrolment;
  const isAfter = priorBcma !== null && priorBcma.length > 0;
  return [
    isAfter ? had : "",
    ...numbers.map((fit) => describeTrialsEnrollingAgeOrLines(fit, view.noun)),
    priorBcma !== null && !isAfter ? none : "",
    traits.every(isTraitThatDividesPatients) ? "" : refractory,
  ].filter((text) => text !== "");
}

/** Returns text such as "74 years: inside the ages of 5 of 6 trials (CARTIFAN-1: to 72); 3 report no ages.". */
function describeTrialsEnrollingAgeOrLines(fit: NumberFit, noun: StudyWord): string {
  const { name, value, counts, beyond, without } = fit;
  const { within, outside, "not-reported": open, all } = counts;
  if (all === 0) return "";
  const what = name === "age" ? "ages" : "lines";
  const number = formatAgeOrLines(name, value);
  if (within + outside === 0) return writeSentence(`${number}: no ${noun} reports its ${what}`);
  const ofClass = without.map(
    ({ group, bound }) =>
      `no ${classAdjective[group]} ${noun}${describeEnrolledAgeOrLineBound(name, bound)}`,
  );
  const trials = beyond.map(
    ({ label, bound }) => `${removePartFromTrialLabel(label)}: ${formatEnrolledBound(bound)}`,
  );
  const outsideText =
    ofClass.length > 0 ? ofClass.join(", ") : trials.slice(0, mostTrials).join(", ");
  return writeSentence(
    joinBySemicolons([
      `${number}: inside the ${what} of ${within || "none"} of ${formatCountWithNoun(within + outside, noun)}${outsideText && ` (${outsideText})`}`,
      open > 0 && `${open} ${open === 1 ? "reports" : "report"} no ${what}`,
    ]),
  );
}

/** Removes the name of a part from the label of a trial, such as "(cohort A)". */
const removePartFromTrialLabel = (label: string) => label.replace(/(?:,| \(| cohort\b).*$/, "");

/** More trials than this are left to the drawing below. */
const mostTrials = 2;

const formatEnrolledBound = (bound: Bound | null) =>
  bound === null ? "between its parts" : `${bound.end === "most" ? "to" : "from"} ${bound.value}`;

function describeEnrolledAgeOrLineBound(name: PatientNumber, bound: Bound | null): string {
  if (bound === null) return "";
  if (name === "age") return `, ${bound.end === "most" ? "oldest" : "youngest"} ${bound.value}`;
  return `, at ${bound.end} ${formatCountWithNoun(bound.value, "line")}`;
}
