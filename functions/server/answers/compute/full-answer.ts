/**
 * Computes the answer of this installation to a question, in codes and numbers. Every resource about a question is
 * rendered from it. JSON holds it without loss, so that an answer from a file of the build equals the computed one.
 */

import { addAllAnalyses } from "#core/answer/analyses.ts";
import type { Answer } from "#core/answer/answer.ts";
import { answerQuestion } from "#core/answer/compare.ts";
import {
  type Addition,
  addRandomisedTrials,
  completeAnswer,
  makeCitationsAdder,
  makeHeadToHeadAdder,
  makeIntentionToTreatAdder,
  makeMediansAndMonthsAdder,
  makePartsOfUncountedHarmAdder,
  makePublishedRatesAdder,
  makeStatusAdder,
} from "#core/answer/complete.ts";
import {
  type InfluentialTrial,
  listTrialsExplainingGapToPublished,
} from "#core/answer/influential-trials.ts";
import { makeCitationLookup } from "#core/answer/sources.ts";
import { cachedModels as models } from "#core/cache/cached-models.ts";
import { dataset } from "#core/dataset.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { comparisons } from "#data/generated/collections.ts";
import { medians } from "#data/generated/medians.ts";
import { provenance } from "#data/generated/provenance.ts";
import { publishedPools } from "#data/generated/published-pools.ts";
import type { Outcome } from "#data/schema.ts";

export interface FullAnswer {
  readonly comparison: Answer<string>;
  /**
   * Answers the same question about the further outcomes of the course. Only a file of the build has it, and all analyses
   * of differences that include 0, because few screens show them.
   */
  readonly course?: Answer<string>;
}

/** @param canonical The canonical text of `query`, if the caller already has it. */
export type Ask = (query: Query, canonical?: string) => Promise<FullAnswer>;

export type Renderer = (query: Query, canonical: string, ask: Ask) => Promise<string>;

export const sources = makeCitationLookup(provenance);

/**
 * Returns the functions that add to each row of an answer what is not part of the comparison, in the order of their
 * use.
 *
 * @param evidence Other data than those of all answers.
 */
export const listAnswerAdditions = (evidence = dataset): readonly Addition[] => [
  makeMediansAndMonthsAdder(evidence, medians, sources),
  makePartsOfUncountedHarmAdder(evidence),
  makeCitationsAdder(sources),
  makeIntentionToTreatAdder(evidence, models, sources),
  makePublishedRatesAdder(publishedPools, evidence),
  makeHeadToHeadAdder(comparisons, evidence),
  makeStatusAdder(evidence),
];

/**
 * Returns the answer to a question with the additions to its rows, but without what only a file of the build has.
 *
 * @param evidence Other data than those of all answers, to compare two answers.
 */
export function answerInFull(query: Query, canonical?: string, evidence = dataset): FullAnswer {
  const comparison = answerQuestion(query, evidence, models, canonical);
  const whole = completeAnswer(comparison, listAnswerAdditions(evidence));
  return { comparison: addRandomisedTrials(whole, comparisons, evidence) };
}

/** Returns the answer with all analyses, of one row or of each, which a computed answer has only in part. */
export function addAnalyses<A extends Answer<string>>(answer: A, outcome?: string): A {
  return addAllAnalyses(answer, dataset, models, outcome);
}

/** Returns the answer with all analyses and the further outcomes of the course, as a file of the build has it. */
export function addPartsStoredInAnswerFile(answer: FullAnswer): FullAnswer {
  const { query, outcomes } = answer.comparison;
  return {
    ...answer,
    comparison: addAnalyses(answer.comparison),
    ...(hasResponseRow({ outcomes }) && {
      course: answerInFull(makeCourseQuery(query)).comparison,
    }),
  };
}

/** Tells whether an answer has response, whose screen leads to the course. */
export function hasResponseRow({ outcomes }: Pick<Answer<string>, "outcomes">): boolean {
  return outcomes.some(({ role }) => role === "response");
}

/** Returns the same question about other outcomes. */
export function makeClassQueryAboutOutcomes(
  query: Query,
  isAsked: (outcome: Outcome) => boolean,
): Query {
  const outcome = dataset.outcomes.filter(isAsked).map(({ id }) => id);
  return { ...query, compare: usualDimension, outcome };
}

const harmsOfCourse = ["neutropenia-3", "immunoglobulin-replacement"];

/**
 * Returns the same question about the outcomes of the course that the summary lacks: two harms, and what precedes a
 * treatment, which only one class can have, because only cells must be made first.
 */
export function makeCourseQuery(query: Query): Query {
  return makeClassQueryAboutOutcomes(
    query,
    ({ id, group, summary, appliesTo }) =>
      harmsOfCourse.includes(id) ||
      (group === "efficacy" && summary === null && appliesTo.length === 1),
  );
}

export type ClassAnswer = Answer;

/**
 * Returns the comparison of the classes.
 *
 * @throws Error if the answer is about groups other than the classes.
 */
export function requireClassAnswer({ comparison }: Pick<FullAnswer, "comparison">): ClassAnswer {
  if (!isClassAnswer(comparison)) throw new Error(`groups of ${comparison.query.compare}`);
  return comparison;
}

export function isClassAnswer(comparison: Answer<string>): comparison is ClassAnswer {
  return comparison.query.compare === usualDimension;
}

/** Returns the complete answer that compares the classes; for pages of the build and tests. */
export function answerClassesInFull(query: Query): ClassAnswer {
  return requireClassAnswer(answerInFull(query));
}

/**
 * Returns the influential trials of a row. They are not part of the answer, because only an opened row and the report
 * show them.
 */
export function listRowInfluentialTrials(
  { query, outcomes }: ClassAnswer,
  outcome: Outcome,
): InfluentialTrial[] {
  const row = outcomes.find((candidate) => candidate.outcome === outcome.id);
  return row ? listTrialsExplainingGapToPublished(row, query, outcome, dataset, models) : [];
}
