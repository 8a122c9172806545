/** The answer of the two classes over any dataset, as a screen has it, without sources. */

import type { Answer } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import {
  addRandomisedTrials,
  addRowStatus,
  completeAnswer,
  makeHeadToHeadAdder,
  makeIntentionToTreatAdder,
  makeMediansAndMonthsAdder,
  makePartsOfUncountedHarmAdder,
  makePublishedRatesAdder,
} from "#core/answer/complete.ts";
import { models } from "#core/answer/models.ts";
import { makeCitationLookup } from "#core/answer/sources.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { comparisons } from "#data/generated/collections.ts";
import { medians } from "#data/generated/medians.ts";
import { publishedPools } from "#data/generated/published-pools.ts";

const uncited = makeCitationLookup({});

export function screenAnswer(query: Query, dataset: Dataset): Answer {
  const additions = [
    makeMediansAndMonthsAdder(dataset, medians, uncited),
    makePartsOfUncountedHarmAdder(dataset),
    makeIntentionToTreatAdder(dataset, models, uncited),
    makePublishedRatesAdder(publishedPools, dataset),
    makeHeadToHeadAdder(comparisons, dataset),
    addRowStatus,
  ];
  const whole = completeAnswer(compareClasses(query, dataset, models), additions);
  return addRandomisedTrials(whole, comparisons, dataset);
}
