/** The answers of this installation: computed, completed with all that it holds, and in words. */
import type { Comparison } from "#core/comparison/answer.ts";
import { answerGroups, answerQuestion } from "#core/comparison/answer-question.ts";
import type { CodedComparison } from "#core/comparison/coded-answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { sourcesOf } from "#core/comparison/sources.ts";
import {
  type Addition,
  completed,
  withByName,
  withEnrolled,
  withMedians,
  withPublished,
  withSources,
} from "#core/complete.ts";
import { dataset } from "#core/dataset.ts";
import type { Grouping } from "#core/evidence/grouping.ts";
import { onScreen } from "#core/on-screen.ts";
import type { Query } from "#core/question/query.ts";
import { rememberingModels as models } from "#core/remembering/remembering-models.ts";
import { medians } from "#data/generated/medians.ts";
import { provenance } from "#data/generated/provenance.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";

const sources = sourcesOf(provenance);

/** With the source of every figure, for the API, reports and opened rows. */
export const inFull: readonly Addition[] = [
  withMedians(medians, sources.ofMedian),
  withSources(sources),
  withEnrolled(dataset, models, sources),
  withByName(dataset),
  withPublished(publishedRates),
];

export function makeComparison(
  query: Query,
  words: Catalogue,
  canonical?: string,
): Comparison<string> {
  return said(answerQuestion(query, dataset, models, canonical), inFull, words);
}

/** Between groups of which some may count as one; the comparison of a page, without sources. */
export function makeGroups(query: Query, grouping: Grouping, words: Catalogue): Comparison<string> {
  return withWords(answerGroups(query, dataset, models, grouping), words);
}

/** The response text, with exactly the bytes that are sent. */
export function comparisonJson(query: Query, words: Catalogue, canonical?: string): string {
  return JSON.stringify(makeComparison(query, words, canonical));
}

export function compareWithSources(query: Query, words: Catalogue, canonical?: string): Comparison {
  return said(compare(query, dataset, models, canonical), inFull, words);
}

/** The comparison of the two classes without its sources, for pages and pictures. */
export function compareInWords(query: Query, words: Catalogue, canonical?: string): Comparison {
  return said(compare(query, dataset, models, canonical), onScreen(dataset, models), words);
}

function said<G extends string>(
  answer: CodedComparison<G>,
  additions: readonly Addition[],
  words: Catalogue,
): Comparison<G> {
  return withWords(completed(answer, additions), words);
}
