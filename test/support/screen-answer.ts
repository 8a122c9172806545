/** The answer of the two classes over any dataset, as a screen has it, without sources. */

import type { Answer } from "#core/answer/answer.ts";
import { compare } from "#core/answer/compare.ts";
import {
  complete,
  withHeadToHead,
  withIntentionToTreat,
  withMedians,
  withNarrower,
  withPublished,
  withRandomised,
  withStatus,
} from "#core/answer/complete.ts";
import { models } from "#core/answer/models.ts";
import { sourcesOf } from "#core/answer/sources.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { comparisons } from "#data/generated/collections.ts";
import { medians } from "#data/generated/medians.ts";
import { publishedPools } from "#data/generated/published-pools.ts";

const uncited = sourcesOf({});

export function screenAnswer(query: Query, dataset: Dataset): Answer {
  const additions = [
    withMedians(dataset, medians, uncited),
    withNarrower(dataset),
    withIntentionToTreat(dataset, models, uncited),
    withPublished(publishedPools, dataset),
    withHeadToHead(comparisons, dataset),
    withStatus,
  ];
  const whole = complete(compare(query, dataset, models), additions);
  return withRandomised(whole, comparisons, dataset);
}
