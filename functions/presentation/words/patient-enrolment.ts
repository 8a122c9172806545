/** Describes one patient, and whom the trials of the question enrolled beside that. */
import type { Bound, NumberFit, PatientFit } from "#core/evidence/eligibility.ts";
import { isDividing, type PatientNumber, type PatientWithTraits } from "#core/question/patient.ts";
import { classAdjective } from "./class-names.ts";
import { listText, withNoun } from "./counts.ts";
import { sayNumber, traitNames } from "./patient.ts";
import { earlierOf } from "./patient-codes.ts";
import { joinedClauses, sentence, withCommas } from "./sentences.ts";
import type { StudyWord } from "./study-word.ts";

/**
 * Lists further traits of the patient and filters of the question; without any, it states that the data stay on the
 * device.
 */
export function describePatient(
  { traits, carTProducts, ...numbers }: PatientWithTraits,
  filters: string,
): string {
  const parts = [
    earlierOf(numbers),
    carTProducts.length > 0 && `${listText(carTProducts)} asked as CAR-T`,
    ...traits.map((name) => traitNames[name]),
    filters,
  ];
  return withCommas(parts) || "stays on this device";
}

/** Holds what the enrolment of trials is described from. */
interface Enrolment {
  readonly noun: StudyWord;
  readonly enrolment: { readonly none: string; readonly had: string; readonly refractory: string };
}

/** States how far the trials reach: by earlier therapy of the patient, then a sentence for each number. */
export function describeEnrolment(
  { numbers }: PatientFit,
  patient: PatientWithTraits,
  view: Enrolment,
): string[] {
  const { priorBcma, traits } = patient;
  const { none, had, refractory } = view.enrolment;
  const isAfter = priorBcma !== null && priorBcma.length > 0;
  return [
    isAfter ? had : "",
    ...numbers.map((fit) => describeReach(fit, view.noun)),
    priorBcma !== null && !isAfter ? none : "",
    traits.every(isDividing) ? "" : refractory,
  ].filter((text) => text !== "");
}

/** Returns text such as "74 years: inside the ages of 5 of 6 trials (CARTIFAN-1: to 72); 3 report no ages.". */
function describeReach(fit: NumberFit, noun: StudyWord): string {
  const { name, value, counts, beyond, without } = fit;
  const { within, outside, "not-reported": open, all } = counts;
  if (all === 0) return "";
  const what = name === "age" ? "ages" : "lines";
  const number = sayNumber(name, value);
  if (within + outside === 0) return sentence(`${number}: no ${noun} reports its ${what}`);
  const ofClass = without.map(
    ({ group, bound }) => `no ${classAdjective[group]} ${noun}${boundText(name, bound)}`,
  );
  const trials = beyond.map(({ label, bound }) => `${shortLabel(label)}: ${endText(bound)}`);
  const outsideText =
    ofClass.length > 0 ? ofClass.join(", ") : trials.slice(0, mostTrials).join(", ");
  return sentence(
    joinedClauses([
      `${number}: inside the ${what} of ${within || "none"} of ${withNoun(within + outside, noun)}${outsideText && ` (${outsideText})`}`,
      open > 0 && `${open} ${open === 1 ? "reports" : "report"} no ${what}`,
    ]),
  );
}

/** Removes the name of a part from the label of a trial, such as "(cohort A)". */
const shortLabel = (label: string) => label.replace(/(?:,| \().*$/, "");

/** More trials than this are left to the drawing below. */
const mostTrials = 2;

const endText = (bound: Bound | null) =>
  bound === null ? "between its parts" : `${bound.end === "most" ? "to" : "from"} ${bound.value}`;

function boundText(name: PatientNumber, bound: Bound | null): string {
  if (bound === null) return "";
  if (name === "age") return `, ${bound.end === "most" ? "oldest" : "youngest"} ${bound.value}`;
  return `, at ${bound.end} ${withNoun(bound.value, "line")}`;
}
