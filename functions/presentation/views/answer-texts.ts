/** Texts about a whole answer, which stand once, not with each row. */

import type { Answer } from "#core/answer/answer.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { anyPool, headlineOutcome, trialsCounted } from "../row/figures.ts";
import { collectedInRow } from "../row/intention-to-treat.ts";
import { notesOfAnswer, textsAt } from "../row/notes.ts";
import { withAddedCounts } from "../words/added.ts";
import { counted, plural } from "../words/counts.ts";
import { dateText } from "../words/dates.ts";
import { spanText } from "../words/range-text.ts";
import { withSpaces } from "../words/sentences.ts";
import { notReviewed } from "../words/source-tier.ts";
import { type StudyWord, studyWordOf } from "../words/study-word.ts";

/** Returns text such as "9 trials": with a figure in any row; not broken over two lines. */
export function trialsText({ patients, query }: Answer): string {
  return counted(trialsCounted(patients), studyWordOf(query)).replaceAll(" ", "\u00a0");
}

/** The certainty of every comparison of separate trials, in the words of GRADE. */
export const veryLowCertainty = "Very low certainty";

/** States the certainty of a difference between separate trials or studies. */
export function certaintySentence(noun: StudyWord): string {
  return `${veryLowCertainty}: separate ${plural(noun)}, not randomised.`;
}

/** States how certain the numbers of an answer are; empty where it has no figure. */
export function certaintyText({ outcomes, query }: Pick<Answer, "outcomes" | "query">): string {
  return anyPool(outcomes) ? certaintySentence(studyWordOf(query)) : "";
}

/** Gives the rate of the headline outcome among all patients with cells collected; empty where it is not known. */
export function collectedText({ outcomes, query }: Pick<Answer, "outcomes" | "query">): string {
  const headline = headlineOutcome(outcomes);
  return headline ? collectedInRow(headline, query) : "";
}

/** States that no clinician has reviewed the data, and how many newer records wait; empty after a review if there was no search yet. */
export function reviewText({
  added,
  review,
  screening,
}: Pick<Answer, "added" | "review" | "screening">): string {
  return withSpaces([
    added && withAddedCounts(added),
    review.status !== "reviewed" && notReviewed,
    screeningText(screening),
  ]);
}

/** The day stands for itself, so that an answer that is kept stays true. */
function screeningText({ searchedOn, waiting, waitingSince }: Answer["screening"]): string {
  if (waitingSince !== null) {
    return `${counted(waiting, "newer record")} ${waiting === 1 ? "waits" : "wait"} to be read since ${dateText(waitingSince)}.`;
  }
  return searchedOn === null ? "" : `Nothing newer waits, as of ${dateText(searchedOn)}.`;
}

/**
 * Describes the patients of the trials with a figure: the kinds of earlier therapy where the question asks for it; else
 * ages or prior lines where the classes do not overlap in them, otherwise the ages.
 */
export function patientsText(answer: Answer): string {
  const { query, patients } = answer;
  const notes = notesOfAnswer(answer);
  const [carT, bsab] = therapyClasses.map((group) => patients[group].medianAge);
  const arePatientsApart = notes.some(({ code }) => code === "patients-apart");
  const trials = plural(studyWordOf(query));
  const ages =
    !arePatientsApart && !isAfterTherapy(query) && carT && bsab
      ? `Median age ${spanText(carT)} in the CAR-T ${trials}, ${spanText(bsab)} in the bispecific ${trials}.`
      : "";
  return withSpaces([ages, ...textsAt(notes, "verdict")]);
}
