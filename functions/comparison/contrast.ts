/** One class against the reference for one outcome. */
import type { Outcome } from "../../data/schema.ts";
import { reference } from "../evidence/class-names.ts";
import { contrastPools } from "../statistics/bayes/contrast.ts";
import type { BayesPool } from "../statistics/bayes/pool.ts";
import type { Contrast, Interval } from "./answer.ts";

/**
 * CAR-T against bispecifics; `not-estimable` when one of them has no pool.
 *
 * Ratio, intervals, probability and `differenceMedian` are summaries of the difference of
 * the two posteriors. `differencePer100` is that of the two estimates, so that the three
 * numbers of a row subtract; it lies close to `differenceMedian`.
 */
export function contrast(outcome: Outcome, carT: BayesPool, bsab: BayesPool): Contrast {
  const direction = { group: "car-t", against: reference } as const;
  const result = contrastPools(carT, bsab);
  if (result === null || carT.estimate === null || bsab.estimate === null) {
    return {
      ...direction,
      status: "not-estimable",
      oddsRatio: null,
      interval: null,
      hazardRatio: null,
      hazardRatioInterval: null,
      differencePer100: null,
      differenceMedian: null,
      differenceInterval: null,
      probabilityHigher: null,
    };
  }
  const ratio = { value: result.oddsRatio, interval: result.oddsRatioInterval };
  const landmark = outcome.kind === "landmark";
  const [lower, upper] = result.differenceInterval;
  return {
    ...direction,
    status: "ok",
    oddsRatio: landmark ? null : ratio.value,
    interval: landmark ? null : ratio.interval,
    hazardRatio: landmark ? ratio.value : null,
    hazardRatioInterval: landmark ? ratio.interval : null,
    differencePer100: 100 * (carT.estimate - bsab.estimate),
    differenceMedian: 100 * result.difference,
    differenceInterval: [100 * lower, 100 * upper] satisfies Interval,
    probabilityHigher: result.probabilityHigher,
  };
}
