/** The answer of the two classes over any dataset, as a screen has it, without sources. */

import type { Answer } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import {
  addHeadToHead,
  addIntentionToTreat,
  addMedians,
  addNarrower,
  addPublished,
  addRandomised,
  addStatus,
  completeAnswer,
} from "#core/answer/complete.ts";
import { models } from "#core/answer/models.ts";
import { makeSources } from "#core/answer/sources.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { comparisons } from "#data/generated/collections.ts";
import { medians } from "#data/generated/medians.ts";
import { publishedPools } from "#data/generated/published-pools.ts";

const uncited = makeSources({});

export function screenAnswer(query: Query, dataset: Dataset): Answer {
  const additions = [
    addMedians(dataset, medians, uncited),
    addNarrower(dataset),
    addIntentionToTreat(dataset, models, uncited),
    addPublished(publishedPools, dataset),
    addHeadToHead(comparisons, dataset),
    addStatus,
  ];
  const whole = completeAnswer(compareClasses(query, dataset, models), additions);
  return addRandomised(whole, comparisons, dataset);
}
