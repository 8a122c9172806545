/**
 * Writes the question above its answer: two lines of a button on a phone, a sentence of words to press on a wide
 * screen.
 */

import { isQuestionAfterTherapy } from "#core/question/earlier-kinds.ts";
import { deriveDependentDefaults } from "#core/question/following.ts";
import type { FilterName, Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { describeRange } from "../words/numbers.ts";
import { linesInBrief, listClassesOfProducts, parameterWords } from "../words/parameter-words.ts";
import { capitalise, joinByCommas } from "../words/sentences.ts";
import {
  type AnsweredQuestion,
  describeLabelRegions,
  isUnchangedPublishedQuestion,
  listAskedFiltersExceptRegionsAndLines,
  makeQuestionTitleAndFilters,
  namePublishedQuestion,
} from "./scope.ts";

export interface QuestionView {
  /** States prior lines and regions, as in "3+ prior lines, US or EU". */
  readonly title: string;
  /** States the other filters, as in "BCMA alone · US bispecifics 4+". */
  readonly detail: string;
  /** Holds the whole question on a wide screen, each word with the filter that it opens. */
  readonly words: readonly QuestionWord[];
}

export interface QuestionWord {
  /** Stands before the word, as in "labelled in". */
  readonly before: string;
  readonly text: string;
  readonly filter: FilterName | "preset";
  /** States labels that require more lines, as in "US bispecific 4+ lines"; absent if none does. */
  readonly note?: string;
}

/**
 * Returns the question as title and detail for the button on a phone, and as words to press for a wide screen.
 *
 * @param trials The number of trials, such as "9 trials".
 * @param labels Labels that require more lines, in a few words; empty if none does.
 */
export function makeQuestionView(
  answer: AnsweredQuestion,
  trials: string,
  labels: string,
): QuestionView {
  const { title, filters } = makeQuestionTitleAndFilters(answer);
  // A published question is named instead of its filters.
  const isNamed = filters.length < 2;
  const [, , ...further] = filters;
  const detail = isNamed ? filters : [describeTargetAndRegimen(answer), ...further];
  return {
    title: capitalise([...title].reverse().join(", ")),
    detail: capitalise(joinByCommas([...detail, labels])),
    words: makeQuestionWords(answer, trials).map((word) =>
      word.filter === "availability" && labels !== "" ? { ...word, note: labels } : word,
    ),
  };
}

/**
 * Returns the question of a patient's numbers: where and after how many lines, then the filters that differ from the
 * usual ones.
 */
export function makeBriefQuestionTexts(answer: AnsweredQuestion) {
  const { title } = makeQuestionTitleAndFilters(answer);
  const usualNames = gatherUnmentionedFilters(answer.query);
  const unusual = isUnchangedPublishedQuestion(answer)
    ? []
    : listAskedFiltersExceptRegionsAndLines(answer).filter(({ name }) => !usualNames.has(name));
  const textOf = (isOfEarlier: boolean) =>
    unusual
      .filter(({ name }) => (name === "prior-bcma") === isOfEarlier)
      .map(({ text }) => text)
      .join(", ");
  // Earlier therapy is a fact about the patient, so the question does not repeat it.
  return { asked: [...title].reverse().join(", "), after: textOf(true), filters: textOf(false) };
}

/**
 * Returns filters that need no mention: they follow from lines, earlier therapy or drugs, or stand with the numbers.
 */
function gatherUnmentionedFilters(query: Query): ReadonlySet<FilterName> {
  const { regimen, target } = deriveDependentDefaults(query);
  const isUsualTarget =
    query.product.length > 0 ||
    (isQuestionAfterTherapy(query) && query.target.includes("any")) ||
    String(query.target) === String(target);
  return new Set([
    "evidence",
    ...(query.regimen === regimen ? (["regimen"] as const) : []),
    ...(isUsualTarget ? (["target"] as const) : []),
  ]);
}

/**
 * Returns the target and the regimen, as in "BCMA alone", "BCMA, also combined", "Any target, bispecifics in
 * combination".
 */
function describeTargetAndRegimen({ query: { regimen, target } }: AnsweredQuestion): string {
  const alone = target.includes("any") ? ", given alone" : " alone";
  return `${parameterWords.target.brief(target)}${{ monotherapy: alone, combination: ", bispecifics in combination", any: ", also combined" }[regimen]}`;
}

function makeQuestionWords(answer: AnsweredQuestion, trials: string): QuestionWord[] {
  const { query } = answer;
  const { availability, regimen, age, lines } = query;
  const published = namePublishedQuestion(answer);
  const ofSet: QuestionWord[] =
    published === null ? [] : [{ before: "", text: capitalise(published), filter: "preset" }];
  if (isUnchangedPublishedQuestion(answer)) return ofSet;
  const isAnywhere = availability.includes("any");
  const where: QuestionWord = {
    before: isAnywhere ? "·" : "· labelled in",
    text: isAnywhere ? "any label or none" : describeLabelRegions(availability),
    filter: "availability",
  };
  const further = listAskedFiltersExceptRegionsAndLines(answer)
    .filter(({ name }) => !placedFilters.has(name))
    .map(({ name, text }): QuestionWord => ({ before: "·", text, filter: name }));
  const studies = parameterWords.evidence.brief(query.evidence);
  const evidence = query.evidence === "trial" ? "· in" : `· ${studies}: in`;
  return [
    ...ofSet,
    { before: ofSet.length > 0 ? "· after" : "After", text: linesInBrief[lines], filter: "lines" },
    // Labels leave nothing out of a published question.
    ...(published === null ? [where] : []),
    {
      before: "·",
      text: describeAskedDrugs(query, published === null && !isAnywhere),
      filter: "product",
    },
    {
      before: regimen === "combination" ? "·" : "given",
      text: {
        monotherapy: "alone",
        combination: "bispecifics in combination",
        any: "alone or combined",
      }[regimen],
      filter: "regimen",
    },
    {
      before: "·",
      text: age === null ? "any age" : `median age ${describeRange(age)}`,
      filter: "age",
    },
    ...further,
    { before: evidence, text: trials, filter: "evidence" },
  ];
}

/** These filters have their own place in the sentence. */
const placedFilters: ReadonlySet<FilterName> = new Set([
  "regimen",
  "target",
  "product",
  "age",
  "evidence",
]);

/**
 * Returns the drugs, as in "all BCMA drugs labelled", "all BCMA drugs, of CAR-T only cilta-cel", "cilta-cel or
 * teclistamab".
 */
function describeAskedDrugs(
  { target, product }: AnsweredQuestion["query"],
  areLabelled: boolean,
): string {
  const drugs = target.includes("any") ? "all" : `all ${parameterWords.target.brief(target)}`;
  const only = parameterWords.product.brief(product);
  const isOfBoth = listClassesOfProducts(product).length === therapyClasses.length;
  const all = `${drugs} drugs${areLabelled && only === null ? " labelled" : ""}`;
  return joinByCommas([isOfBoth ? null : all, only]);
}
