/** One class against the reference for one outcome. */
import type { Outcome } from "../../data/schema.ts";
import { reference } from "../evidence/class-names.ts";
import type { Contrast } from "./answer.ts";
import type { Pair } from "./fit.ts";

/**
 * CAR-T against bispecifics; `not-estimable` when one of them has no pool.
 *
 * By the default model, ratio, intervals, probability and `differenceMedian` are summaries of the
 * difference of the two posteriors. `differencePer100` is that of the two estimates, so that the
 * three numbers of a row subtract; it lies close to `differenceMedian`.
 */
export function contrast(outcome: Outcome, { carT, bsab, contrast: result }: Pair): Contrast {
  const direction = { group: "car-t", against: reference } as const;
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
      pValue: null,
    };
  }
  const landmark = outcome.kind === "landmark";
  const [lower, upper] = result.differenceInterval;
  return {
    ...direction,
    status: "ok",
    oddsRatio: landmark ? null : result.ratio,
    interval: landmark ? null : result.ratioInterval,
    hazardRatio: landmark ? result.ratio : null,
    hazardRatioInterval: landmark ? result.ratioInterval : null,
    differencePer100: 100 * (carT.estimate - bsab.estimate),
    differenceMedian: 100 * result.difference,
    differenceInterval: [100 * lower, 100 * upper],
    probabilityHigher: result.probabilityHigher,
    pValue: result.pValue,
  };
}
