/** Writes sentences on what trials report of their patients, for comparison with one patient. */
import type { EarlierFit } from "#core/evidence/earlier-fit.ts";
import type { RefractoryRequired } from "#core/evidence/refractory-required.ts";
import type { EarlierKind, EarlierKinds } from "#core/question/patient.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { listText } from "./counts.ts";
import { regimenName } from "./labels.ts";
import { moreTrials, traitNames, trialsReporting } from "./patient.ts";
import { afterBcma, afterKinds, earlierOf, kindCounts, onlyHad } from "./patient-codes.ts";
import { shortRegion } from "./properties.ts";
import { joinedClauses, sentence } from "./sentences.ts";
import { notFound } from "./source-tier.ts";
import type { StudyWord } from "./study-word.ts";

/** Describes the patients that a cohort enrolled; `n` is their number. */
type Enrolment = Pick<
  ComputeCohort,
  "ageRange" | "priorLinesRange" | "priorBcma" | "priorBcmaKinds" | "n"
>;

const ends = (name: string, range: Enrolment["ageRange"]) =>
  `${name} ${range ? [...new Set(range)].join(" to ") : notFound}`;

/**
 * Removes the arm from the label of a trial, such as "CARTITUDE-4 (cilta-cel arm)", because all arms enrolled the same
 * patients.
 */
const withoutArm = (label: string) => label.replace(/ \([^)]* arm\)$/, "");

/** Describes the enrolled patients as a trial reports them: "ages 33 to 78, prior lines 3 to 16, CAR-T 12 of 107". */
export function enrolmentText({
  ageRange,
  priorLinesRange,
  priorBcma,
  priorBcmaKinds,
  n,
}: Enrolment): string {
  return [
    ends("ages", ageRange),
    ends("prior lines", priorLinesRange),
    kindCounts(priorBcmaKinds, n) || afterBcma[priorBcma],
  ].join(", ");
}

/**
 * Returns text such as "After CAR-T: such patients in 1 of 2 trials that report it; where earlier therapy is known only
 * 26 of 32 had CAR-T."; empty if there is no trial.
 *
 * @param unknown Kinds of therapy after which no trial in our data reports results.
 */
export function earlierText(
  earlier: EarlierKinds,
  { counts, ofKinds }: EarlierFit,
  noun: StudyWord,
  unknown: readonly EarlierKind[],
): string {
  const { within, outside, "not-reported": open, all } = counts;
  if (all === 0) {
    return unknown.length === 0
      ? ""
      : `No trial in our data reports results ${afterKinds(unknown)}.`;
  }
  const therapy = earlierOf({ priorBcma: earlier }, "and");
  if (within + outside === 0) return sentence(`${therapy}: number of such patients ${notFound}`);
  // Counts by kind do not tell whether the same patient had both.
  const patientsText =
    typeof earlier === "object" && earlier[1] ? "patients after each" : "such patients";
  return sentence(
    joinedClauses([
      `${therapy}: ${patientsText} in ${trialsReporting(counts, noun)} that report it`,
      open > 0 && `not found for ${moreTrials(counts, noun)}`,
      onlyHad(ofKinds),
    ]),
  );
}

/**
 * Names trials and labels that require disease refractory to lenalidomide: "Refractory to lenalidomide: CARTITUDE-4
 * required it."; empty if there are none.
 */
export function refractoryText({ trials, labels }: RefractoryRequired): string {
  const questionText = joinedClauses([
    trials.length > 0 && `${listText(trials.map(withoutArm))} required it`,
    ...labels.map(
      ({ regions, ...regimen }) =>
        `the ${listText(regions.map(shortRegion))} label of ${regimenName(regimen)} asks for it`,
    ),
  ]);
  return questionText && sentence(`${traitNames["lenalidomide-refractory"]}: ${questionText}`);
}
