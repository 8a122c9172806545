/** Finds the trial that explains why a rate is far from the published ones. */
import type { Outcome } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { countTrialsWithPoolingAsOne } from "../evidence/trials.ts";
import {
  isOutsidePublishedRates,
  roundPublishedRates,
  roundToPatientsOf100,
} from "../others/published-rates.ts";
import type { Query } from "../question/query.ts";
import type { Pool, PublishedRates, Row } from "./answer.ts";
import { regatherWithoutEachTrial } from "./changed-question.ts";
import { leastTrials } from "./contrast.ts";
import type { Models } from "./models.ts";
import { roundNumbersDeep } from "./round.ts";

export interface InfluentialTrial {
  readonly group: TherapyClass;
  /** `label` is that of one of the trial's cohorts. */
  readonly label: string;
  /** `estimate` is the pooled rate without the trial, 0 to 1. */
  readonly estimate: number;
  /** `published` is the rate of the published pool that is most like the question, 0 to 1. */
  readonly published: number;
}

/**
 * Returns at most one trial of each class whose pooled rate is far from the published ones: without this trial the
 * rate is not far, and at most half as distant from the published pool most like the question. A class has none if
 * several trials qualify.
 */
export function listTrialsExplainingGapToPublished(
  { pools, published }: Pick<Row, "pools" | "published">,
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  models: Models,
): InfluentialTrial[] {
  if (published === null || outcome.kind === "landmark") return [];
  const differing = therapyClasses.filter((group) =>
    isPoolFarFromPublished(pools[group], published.pools[group]),
  );
  if (differing.length === 0) return [];
  const model = models.of(query);
  return differing.flatMap((group) => {
    const omissions = regatherWithoutEachTrial(query, outcome, dataset, [group]);
    const explaining = omissions.flatMap(({ label, classes: [left] }): InfluentialTrial[] => {
      if (!left || countTrialsWithPoolingAsOne(left.mainRegimen.gathered.entries) < leastTrials)
        return [];
      const { estimate } = model.pool(left.figures);
      const first = published.pools[group].find((pool) => pool.estimate !== null)?.estimate ?? null;
      const here = pools[group].estimate;
      if (estimate === null || first === null || here === null) return [];
      const isNear =
        !isRateFarFromPublished(estimate, published.pools[group]) &&
        2 * measureRateDistance(estimate, first) <= measureRateDistance(here, first);
      return isNear ? [roundNumbersDeep({ group, label, estimate, published: first })] : [];
    });
    return explaining.length === 1 ? explaining : [];
  });
}

type Published = PublishedRates["pools"][TherapyClass];

function isPoolFarFromPublished(
  { estimate, k }: Pick<Pool, "estimate" | "k">,
  published: Published,
): boolean {
  return estimate !== null && k > 1 && isRateFarFromPublished(estimate, published);
}

/**
 * Returns whether a rate is far from the published ones, in whole patients of 100: outside the range of several
 * pools, or away from the pool most like the question by more than a third of its patients with the event (or
 * without it, if these are fewer).
 */
function isRateFarFromPublished(estimate: number, published: Published): boolean {
  const rate = roundToPatientsOf100(estimate);
  const rates = roundPublishedRates(published);
  const [first] = rates;
  if (first === undefined) return false;
  const distance = Math.abs(rate - first);
  return (
    isOutsidePublishedRates(rate, rates) ||
    (distance > 1 && 3 * distance > Math.min(first, 100 - first))
  );
}

const measureRateDistance = (rate: number, published: number) =>
  Math.abs(roundToPatientsOf100(rate) - roundToPatientsOf100(published));
