/** Writes texts about a whole answer, which stand once, not with each row. */

import type { Answer } from "#core/answer/answer.ts";
import { reviewAnswer } from "#core/answer/review.ts";
import { dataset } from "#core/dataset.ts";
import { isQuestionAfterTherapy } from "#core/question/earlier-kinds.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { countTrialsWithFigures, hasAnyTrialInPools } from "../row/figures.ts";
import { chooseStudyWord, type StudyWord } from "../words/names.ts";
import { formatSpan } from "../words/numbers.ts";
import { describeDataReview, describeRest, describeReview } from "../words/review.ts";
import { formatCountWithNoun, joinBySpaces, pluralise } from "../words/sentences.ts";
import { placeNotes } from "./placed-notes.ts";

/** Returns the number of trials with a figure in any row, as in "9 trials". No line break can fall inside the text. */
export function formatTrialCount({ patients, query }: Answer): string {
  return formatCountWithNoun(countTrialsWithFigures(patients), chooseStudyWord(query)).replaceAll(
    " ",
    "\u00a0",
  );
}

/** This is the certainty of every comparison of separate trials, in the words of GRADE. */
export const veryLowCertainty = "Very low certainty";

export function describeCertaintyOfSeparateTrials(noun: StudyWord): string {
  return `${veryLowCertainty}: separate ${pluralise(noun)}, not randomised.`;
}

/** States how certain the numbers of an answer are; empty if it has no number. */
export function describeCertaintyOfAnswer({
  outcomes,
  query,
}: Pick<Answer, "outcomes" | "query">): string {
  return hasAnyTrialInPools(outcomes)
    ? describeCertaintyOfSeparateTrials(chooseStudyWord(query))
    : "";
}

/** States how many of the trials behind an answer clinicians have checked; `of` says where the trials stand. */
export function describeAnswerReview(answer: Answer<string>, of = "behind this answer"): string {
  const state = reviewAnswer(answer, dataset);
  return state.units === 0
    ? describeDataReview()
    : describeReview(state, chooseStudyWord(answer.query), of);
}

/** States the same, and how what nobody has checked was collected. */
export function describeFullReview(answer: Answer<string>): string {
  const { status } = reviewAnswer(answer, dataset);
  const rest = status === "reviewed" ? "" : describeRest(status === "partly-reviewed");
  return joinBySpaces([describeAnswerReview(answer), rest]);
}

/**
 * Describes the patients of the trials with a figure: the kinds of earlier therapy if the question asks for earlier
 * therapy; otherwise the ages or prior lines in which the classes do not overlap, or else the ages.
 */
export function describePatientCharacteristics(answer: Answer): string {
  const { query, patients } = answer;
  const placed = placeNotes("copy", answer);
  const [carT, bsab] = therapyClasses.map((group) => patients[group].medianAge);
  const trials = pluralise(chooseStudyWord(query));
  const ages =
    placed("end").length === 0 && !isQuestionAfterTherapy(query) && carT && bsab
      ? `Median age ${formatSpan(carT)} in the CAR-T ${trials}, ${formatSpan(bsab)} in the bispecific ${trials}.`
      : "";
  return joinBySpaces([ages, ...placed("end"), ...placed("kinds")]);
}
