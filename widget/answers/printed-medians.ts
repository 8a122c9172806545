/**
 * Adds the medians to an answer that was computed on this device. The engine has none, because no
 * pool needs them. They are the same as those of the edge, without their sources.
 */
import type { Comparison, MedianResult, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { type MedianRules, medianOf, shortestFirst } from "#core/evidence/medians.ts";
import { medians } from "#data/generated/medians.ts";
import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";

export function withPrintedMedians(comparison: Comparison): Comparison {
  const { query, outcomes } = comparison;
  return { ...comparison, outcomes: outcomes.map((row) => rowWithMedians(row, query)) };
}

/** One row of an answer; itself if it is not survival at a month. */
export function rowWithMedians(row: OutcomeComparison, rules: MedianRules): OutcomeComparison {
  const family = familyOf(row.outcome);
  if (family === null) return row;
  const { "car-t": carT, bsab } = row.pools;
  return {
    ...row,
    pools: {
      "car-t": { ...carT, medians: mediansIn(carT, family, rules) },
      bsab: { ...bsab, medians: mediansIn(bsab, family, rules) },
    },
  };
}

function mediansIn(
  { studies, beside, notPooled }: Pool,
  family: SurvivalFamily,
  rules: MedianRules,
): MedianResult[] {
  // Every selected cohort is pooled or has a reason why it is not.
  return [...studies, ...(beside?.studies ?? []), ...notPooled]
    .flatMap(({ cohort, label, product }): MedianResult[] => {
      const known = medians[cohort];
      const median = known && medianOf(known.medians, known, family, rules);
      if (!median) return [];
      const { regimen } = known;
      const { months, interval } = median;
      return [{ cohort, label, product, regimen, months, interval, citation: null }];
    })
    .sort(shortestFirst);
}
