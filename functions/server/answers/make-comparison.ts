/** Answers in words. */
import type { Answer } from "#core/answer/answer.ts";
import { answerGroups } from "#core/answer/answer-question.ts";
import { rememberingModels as models } from "#core/cache/cached-models.ts";
import { dataset } from "#core/dataset.ts";
import type { Grouping } from "#core/evidence/grouping.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import type { ApiComparison } from "#presentation/words/api-answer.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { toApi } from "#presentation/words/with-words.ts";
import { type FullAnswer, fullAnswer } from "./full-answer.ts";

export function inWords({ comparison }: FullAnswer, words: Catalogue): ApiComparison<string> {
  return toApi(comparison, words);
}

/** @throws Error if the answer is about other groups than the classes. */
export function classesInWords({ comparison }: FullAnswer, words: Catalogue): ApiComparison {
  if (!isOfClasses(comparison)) throw new Error(`groups of ${comparison.query.compare}`);
  return toApi(comparison, words);
}

function isOfClasses(comparison: Answer<string>): comparison is Answer {
  return comparison.query.compare === usualDimension;
}

/** Computed at once, for pages of the build and for tests. */
export function makeComparison(
  query: Query,
  words: Catalogue,
  canonical?: string,
): ApiComparison<string> {
  return inWords(fullAnswer(query, canonical), words);
}

export function compareWithSources(
  query: Query,
  words: Catalogue,
  canonical?: string,
): ApiComparison {
  return classesInWords(fullAnswer(query, canonical), words);
}

/** Between groups of which some may count as one; the comparison of a page, without sources. */
export function makeGroups(
  query: Query,
  grouping: Grouping,
  words: Catalogue,
): ApiComparison<string> {
  return toApi(answerGroups(query, dataset, models, grouping), words);
}
