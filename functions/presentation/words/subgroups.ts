/** Writes sentences on what trials report of their patients, for comparison with one patient. */
import type { EarlierFit } from "#core/evidence/earlier-fit.ts";
import type { EarlierKind, EarlierKinds } from "#core/question/patient.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type StudyWord, unreported } from "./names.ts";
import { traitNames } from "./patient.ts";
import {
  afterBcma,
  describeAfterTherapyKinds,
  describeEarlierTherapyOfPatient,
  describeTherapyCountsOfKnown,
  describeTherapyKindCountsOfTrial,
} from "./patient-codes.ts";
import {
  formatCountWithNoun,
  joinBySemicolons,
  joinWithConjunction,
  writeSentence,
} from "./sentences.ts";

/** Describes the patients that a cohort enrolled; `n` is their number. */
type Enrolment = Pick<
  ComputeCohort,
  "ageRange" | "priorLinesRange" | "priorBcma" | "priorBcmaKinds" | "n"
>;

const describeEnrolledRange = (name: string, range: Enrolment["ageRange"]) =>
  `${name} ${range ? [...new Set(range)].join(" to ") : unreported}`;

/**
 * Removes the arm from the label of a trial, such as "CARTITUDE-4 (cilta-cel arm)", because all arms enrolled the same
 * patients.
 */
const removeArmInBrackets = (label: string) => label.replace(/ \([^)]* arm\)$/, "");

/** Describes the enrolled patients as a trial reports them: "ages 33 to 78, prior lines 3 to 16, CAR-T 12 of 107". */
export function describeEnrolledPatients({
  ageRange,
  priorLinesRange,
  priorBcma,
  priorBcmaKinds,
  n,
}: Enrolment): string {
  return [
    describeEnrolledRange("ages", ageRange),
    describeEnrolledRange("prior lines", priorLinesRange),
    describeTherapyKindCountsOfTrial(priorBcmaKinds, n) || afterBcma[priorBcma],
  ].join(", ");
}

/**
 * Returns text such as "After CAR-T: enrolled by 1 trial; of 32 with known therapy 26 had CAR-T."; empty if there is no
 * trial.
 *
 * @param unknown Kinds of therapy after which no trial in our data reports results.
 */
export function describeEnrolmentByEarlierTherapy(
  earlier: EarlierKinds,
  { counts, ofKinds }: EarlierFit,
  noun: StudyWord,
  unknown: readonly EarlierKind[],
): string {
  const { within, outside, "not-reported": open, all } = counts;
  if (all === 0) {
    return unknown.length === 0
      ? ""
      : `No trial in our data reports results ${describeAfterTherapyKinds(unknown)}.`;
  }
  const therapy = describeEarlierTherapyOfPatient({ priorBcma: earlier }, "and");
  if (within + outside === 0)
    return writeSentence(`${therapy}: number of such patients ${unreported}`);
  // Counts by kind do not tell whether the same patient had both.
  const patientsText = typeof earlier === "object" && earlier[1] ? "enrolled each" : "enrolled";
  return writeSentence(
    joinBySemicolons([
      `${therapy}: ${patientsText} by ${within || "none"} of ${formatCountWithNoun(within + outside, noun)}`,
      open > 0 && `not reported for ${formatCountWithNoun(open, `more ${noun}`)}`,
      describeTherapyCountsOfKnown(ofKinds),
    ]),
  );
}

/** Names trials that required disease refractory to lenalidomide: "CARTITUDE-4 required it."; empty without any. */
export function describeTrialsRequiringLenalidomideRefractory(trials: readonly string[]): string {
  return trials.length === 0
    ? ""
    : writeSentence(
        `${traitNames["lenalidomide-refractory"]}: required by ${joinWithConjunction([...new Set(trials.map(removeArmInBrackets))])}`,
      );
}
