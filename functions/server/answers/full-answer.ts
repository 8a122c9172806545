/**
 * The answer of this installation to a question, in codes and numbers: what every resource about a
 * question is rendered from. JSON holds it without loss, so that an answer out of a file of the build is
 * the computed one.
 */
import { answerQuestion } from "#core/comparison/answer-question.ts";
import type { CodedComparison } from "#core/comparison/coded-answer.ts";
import type { Held } from "#core/comparison/sensitivity/schema.ts";
import { sensitivity } from "#core/comparison/sensitivity/sensitivity.ts";
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
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { rememberingModels as models } from "#core/remembering/remembering-models.ts";
import { medians } from "#data/generated/medians.ts";
import { provenance } from "#data/generated/provenance.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import type { Outcome } from "#data/schema.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";

export interface FullAnswer {
  readonly comparison: CodedComparison<string>;
  /**
   * What all checks say of a row, by its outcome. A file has those of all its rows. An answer that was
   * computed has none: they take longer than all the rest, and only an opened row says them.
   */
  readonly checks: Readonly<Record<string, Held>>;
}

/** @param canonical The canonical text of `query`, if the caller already has it. */
export type Ask = (query: Query, canonical?: string) => Promise<FullAnswer>;

/** Makes a text of the answer to a question, and of others that belong to it. */
export type Renderer = (
  query: Query,
  words: Catalogue,
  canonical: string,
  ask: Ask,
) => Promise<string>;

const sources = sourcesOf(provenance);

/** What this installation holds beside the numbers. */
export const inFull: readonly Addition[] = [
  withMedians(medians, sources.ofMedian),
  withSources(sources),
  withEnrolled(dataset, models, sources),
  withByName(dataset),
  withPublished(publishedRates),
];

export function fullAnswer(query: Query, canonical?: string): FullAnswer {
  const comparison = answerQuestion(query, dataset, models, canonical);
  return { comparison: completed(comparison, inFull), checks: {} };
}

/** As a file of the build has it. */
export function withChecks(answer: FullAnswer): FullAnswer {
  const checks = dataset.outcomes.flatMap((outcome): [string, Held][] => {
    const held = checksOf(answer, outcome);
    return held ? [[outcome.id, held]] : [];
  });
  return { ...answer, checks: Object.fromEntries(checks) };
}

/** `null` where the classes have no difference to check, or the answer no such row. */
export function checksOf({ comparison, checks }: FullAnswer, outcome: Outcome): Held | null {
  const { query, outcomes } = comparison;
  const [contrast] = outcomes.find((row) => row.outcome === outcome.id)?.contrasts ?? [];
  if (query.compare !== usualDimension || contrast?.status !== "ok") return null;
  return checks[outcome.id] ?? sensitivity(query, outcome, dataset, models).held;
}
