/**
 * Makes the box above the rows of a screen, which states why the numbers are uncertain. An opened row does not repeat
 * it.
 */

import type { Answer } from "#core/answer/answer.ts";
import type { Note } from "#core/answer/note-values.ts";
import { isQuestionAfterTherapy } from "#core/question/earlier-kinds.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import {
  countSelectedTrials,
  countTrialsWithFigures,
  findHeadlineRow,
  hasTreatedPatientsOnly,
} from "../row/figures.ts";
import { isLedByRandomisedTrial } from "../row/randomised-trials.ts";
import { chooseStudyWord } from "../words/names.ts";
import { formatSpan } from "../words/numbers.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  pluralise,
  writeSentence,
} from "../words/sentences.ts";
import { veryLowCertainty } from "./answer-texts.ts";
import { hasDoubtBox } from "./placed-notes.ts";

export interface DoubtBox {
  /** The first words are "Very low certainty:", or "Very low certainty if compared:" above rows by class. */
  readonly lead: string;
  readonly text: string;
  /**
   * True if randomised trials lead the answer, so that the box stands below them, above the rows by class that alone
   * are uncertain.
   */
  readonly isOfClasses: boolean;
  /** Lists further sentences: patients by earlier therapy, and labels. */
  readonly more: readonly string[];
}

/**
 * Returns the text of the box without its further sentences, for a text that is sent or shared; empty if there is no
 * box.
 */
export function describeDoubtBox(doubt: DoubtBox | null): string {
  return doubt === null ? "" : `${doubt.lead} ${doubt.text}`;
}

/**
 * Returns text such as "Very low certainty: 9 separate trials; CAR-T patients younger (median 60–61 v 64–70
 * years)."; `null` if the
 * box does not state the certainty.
 */
export function describeDoubtOfAnswer(answer: Answer): string | null {
  return describeDoubtBox(makeDoubtBox(answer)) || null;
}

/** Says which model made the numbers, if it is not the default one. */
const modelTexts: Readonly<Record<Answer["query"]["model"], string>> = {
  bayes: "",
  glmm: "by maximum likelihood",
  reml: "by REML",
  dl: "by DerSimonian–Laird",
};

/**
 * Returns the box; `null` if no number is shown, or if there is nothing to state.
 *
 * @param more Further sentences.
 */
export function makeDoubtBox(answer: Answer, more: readonly string[] = []): DoubtBox | null {
  const { outcomes, patients, query } = answer;
  if (!hasDoubtBox(answer)) return null;
  const noun = chooseStudyWord(query);
  const trials = countTrialsWithFigures(patients);
  const isOneClass = therapyClasses.some((group) => answer.selection.cohorts[group] === 0);
  // Trials of survival also report medians, which no month counts.
  const isOfSurvival = outcomes.every(({ group }) => group === "survival");
  const separate = isOneClass
    ? formatCountWithNoun(trials, noun)
    : joinBySpaces([!isOfSurvival && countTrials(answer), `separate ${pluralise(noun)}`]);
  const isRandomised = isLedByRandomisedTrial(answer);
  return {
    lead: `${veryLowCertainty}${isRandomised ? " if compared" : ""}:`,
    text: writeSentence(
      joinBySemicolons([
        separate,
        joinByCommas([describeAgeOrLineDifference(answer), describeInfusedOnly(answer)]),
        modelTexts[query.model],
      ]),
    ),
    isOfClasses: isRandomised,
    more,
  };
}

/** Returns text such as "9", or "7 of 9" where other trials of the selection have no figure of the rows. */
function countTrials({ patients, outcomes }: Answer): string {
  const trials = countTrialsWithFigures(patients);
  const all = countSelectedTrials(outcomes);
  return trials < all ? `${trials} of ${all}` : `${trials}`;
}

function describeInfusedOnly(answer: Answer): string {
  if (!isHeadlineOfInfusedOnly(answer)) return "";
  const arePatientsApart = answer.notes.some(({ code }) => code === "patients-apart");
  return `${arePatientsApart ? "" : "CAR-T "}counted after infusion`;
}

/** States how patients of the two classes differ in age or prior lines; if they do not, their median ages. */
function describeAgeOrLineDifference({ notes, patients, query }: Answer): string {
  const patientsApart = notes.find((note) => note.code === "patients-apart");
  if (patientsApart) return describePatientsApart(patientsApart);
  const [carT, bsab] = therapyClasses.map((group) => patients[group].medianAge);
  if (isQuestionAfterTherapy(query) || !carT || !bsab) return "";
  return `median ages ${formatSpan(carT)} v ${formatSpan(bsab)}`;
}

function describePatientsApart({
  what,
  groups,
}: Extract<Note, { code: "patients-apart" }>): string {
  const [carT, bsab] = therapyClasses.map((id) => groups.find(({ group }) => group === id));
  if (!carT || !bsab) return "";
  const isLower = carT.highest < bsab.lowest;
  const how = {
    age: isLower ? "younger" : "older",
    "prior-lines": isLower ? "with fewer prior lines" : "with more prior lines",
  }[what];
  return `CAR-T ${how} (median ${formatSpan(carT)} v ${formatSpan(bsab)})`;
}

/**
 * Tells whether the CAR-T rate, or that of any month of survival, counts infused patients only, and the question does not
 * ask for all apheresed.
 */
function isHeadlineOfInfusedOnly({ outcomes, query }: Answer): boolean {
  const headline = findHeadlineRow(outcomes);
  const rows = headline
    ? [headline]
    : outcomes.filter(({ outcome }) => parseSurvivalFamily(outcome) !== null);
  return (
    query.denominator === defaultQuery.denominator &&
    // Each number of the course says of whom it is.
    query.view === defaultQuery.view &&
    rows.some((row) => hasTreatedPatientsOnly(row, "car-t"))
  );
}
