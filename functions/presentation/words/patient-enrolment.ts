/** Describes one patient, and whom the trials of the question enrolled beside that. */
import type { Bound, NumberFit, PatientFit } from "#core/evidence/eligibility.ts";
import {
  isDividingTrait,
  type PatientNumber,
  type PatientWithTraits,
} from "#core/question/patient.ts";
import { classAdjective } from "./class-names.ts";
import { formatCountWithNoun, joinWithConjunction } from "./counts.ts";
import { formatAgeOrLines, traitNames } from "./patient.ts";
import { describeEarlierTherapy } from "./patient-codes.ts";
import { joinByCommas, joinBySemicolons, writeSentence } from "./sentences.ts";
import type { StudyWord } from "./study-word.ts";

/**
 * Lists further traits of the patient and filters of the question; without any, it states that the data stay on the
 * device.
 */
export function describePatientTraits(
  { traits, carTProducts, ...numbers }: PatientWithTraits,
  filters: string,
): string {
  const parts = [
    describeEarlierTherapy(numbers),
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
    ...numbers.map((fit) => describeTrialsEnrollingNumber(fit, view.noun)),
    priorBcma !== null && !isAfter ? none : "",
    traits.every(isDividingTrait) ? "" : refractory,
  ].filter((text) => text !== "");
}

/** Returns text such as "74 years: inside the ages of 5 of 6 trials (CARTIFAN-1: to 72); 3 report no ages.". */
function describeTrialsEnrollingNumber(fit: NumberFit, noun: StudyWord): string {
  const { name, value, counts, beyond, without } = fit;
  const { within, outside, "not-reported": open, all } = counts;
  if (all === 0) return "";
  const what = name === "age" ? "ages" : "lines";
  const number = formatAgeOrLines(name, value);
  if (within + outside === 0) return writeSentence(`${number}: no ${noun} reports its ${what}`);
  const ofClass = without.map(
    ({ group, bound }) =>
      `no ${classAdjective[group]} ${noun}${describeEnrolledBound(name, bound)}`,
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
const removePartFromTrialLabel = (label: string) => label.replace(/(?:,| \().*$/, "");

/** More trials than this are left to the drawing below. */
const mostTrials = 2;

const formatEnrolledBound = (bound: Bound | null) =>
  bound === null ? "between its parts" : `${bound.end === "most" ? "to" : "from"} ${bound.value}`;

function describeEnrolledBound(name: PatientNumber, bound: Bound | null): string {
  if (bound === null) return "";
  if (name === "age") return `, ${bound.end === "most" ? "oldest" : "youngest"} ${bound.value}`;
  return `, at ${bound.end} ${formatCountWithNoun(bound.value, "line")}`;
}
