/** Answers of an installation, computed at once or read from a file. */
import type { Answer } from "#core/answer/answer.ts";
import { compareGroups } from "#core/answer/compare.ts";
import { type TrialApart, trialsApart } from "#core/answer/trials-apart.ts";
import { rememberingModels as models } from "#core/cache/cached-models.ts";
import { dataset } from "#core/dataset.ts";
import type { Grouping } from "#core/evidence/grouping.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import type { Outcome } from "#data/schema.ts";
import { type FullAnswer, fullAnswer } from "./full-answer.ts";

/** Between the two classes. */
export type ClassAnswer = Answer;

/** @throws Error if the answer is about other groups than the classes. */
export function ofClasses({ comparison }: FullAnswer): ClassAnswer {
  if (!isOfClasses(comparison)) throw new Error(`groups of ${comparison.query.compare}`);
  return comparison;
}

function isOfClasses(comparison: Answer<string>): comparison is ClassAnswer {
  return comparison.query.compare === usualDimension;
}

/** For pages of the build and for tests. */
export function compareWithSources(query: Query, canonical?: string): ClassAnswer {
  return ofClasses(fullAnswer(query, canonical));
}

/** Not in the answer: only an opened row and the report say it. */
export function trialsApartOf({ query, outcomes }: ClassAnswer, outcome: Outcome): TrialApart[] {
  const row = outcomes.find((one) => one.outcome === outcome.id);
  return row ? trialsApart(row, query, outcome, dataset, models) : [];
}

/** Between groups; the comparison of a page, without sources. */
export function makeGroups(query: Query, grouping: Grouping): Answer<string> {
  return compareGroups(query, dataset, models, grouping);
}
