/** What is said once of a whole answer, beside its rows. */

import type { Answer } from "#core/answer/answer.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { anyPool, headlineOutcome, trialsCounted } from "../row/figures.ts";
import { collectedInRow } from "../row/intention-to-treat.ts";
import { notesOfAnswer, textsAt } from "../row/notes.ts";
import { type StudyWord, studyWordOf } from "../words/arguments.ts";
import { counted, plural } from "../words/counts.ts";
import { spanText } from "../words/range-text.ts";
import { withSpaces } from "../words/sentences.ts";
import { notReviewed } from "../words/source-tier.ts";

/** "9 trials": with a figure in any row; not broken over two lines. */
export function trialsText({ patients, query }: Answer): string {
  return counted(trialsCounted(patients), studyWordOf(query)).replaceAll(" ", "\u00a0");
}

/** Of a difference between them. */
export function certaintySentence(noun: StudyWord): string {
  return `Very low certainty: separate ${plural(noun)}, not randomised.`;
}

/** How certain all of it is; empty without a figure. */
export function certaintyText({ outcomes, query }: Pick<Answer, "outcomes" | "query">): string {
  return anyPool(outcomes) ? certaintySentence(studyWordOf(query)) : "";
}

/** What the rates of the headline are of all whose cells were collected; empty where it is not known. */
export function collectedText({ outcomes, query }: Pick<Answer, "outcomes" | "query">): string {
  const headline = headlineOutcome(outcomes);
  return headline ? collectedInRow(headline, query) : "";
}

/** Says what nobody has reviewed yet; empty after a clinician's review. */
export function reviewText({ review }: Pick<Answer, "review">): string {
  return review.status === "reviewed" ? "" : notReviewed;
}

/**
 * Who was in the trials with a figure: after earlier therapy the kinds of it; else ages or prior lines
 * where those of the classes do not overlap, or else the ages.
 */
export function patientsText(answer: Answer): string {
  const { query, patients } = answer;
  const notes = notesOfAnswer(answer);
  const [carT, bsab] = therapyClasses.map((group) => patients[group].medianAge);
  const isApart = notes.some(({ code }) => code === "patients-apart");
  const trials = plural(studyWordOf(query));
  const ages =
    !isApart && !isAfterTherapy(query) && carT && bsab
      ? `Median age ${spanText(carT)} in the CAR-T ${trials}, ${spanText(bsab)} in the bispecific ${trials}.`
      : "";
  return withSpaces([ages, ...textsAt(notes, "verdict")]);
}
