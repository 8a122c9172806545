import * as v from "valibot";
import type { Interval } from "#core/statistics/interval.ts";
import { poolLandmarksInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { estimateLandmarkHazard as landmarkOf } from "#core/statistics/landmark.ts";
import { coefficientTest, tau2Method } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { effectFigures } from "./inverse-variance.ts";

const input = v.strictObject({
  survival: v.array(v.number()),
  lower: v.array(v.number()),
  upper: v.array(v.number()),
  level: v.optional(v.number(), 0.95),
});

const options = v.strictObject({
  model: v.literal("inverse-variance"),
  method: tau2Method,
  transform: v.literal("cloglog"),
  test: coefficientTest,
});

/** Pools survival at one time from printed intervals. */
export const landmark = oracleModel(
  input,
  options,
  ({ survival, lower, upper, level }, { method, test }) => {
    const effects = survival.map((s, i) => {
      const interval: Interval = [lower[i] ?? Number.NaN, upper[i] ?? Number.NaN];
      const atLandmark = landmarkOf({ survival: s, interval, level });
      if (atLandmark === null) throw new RangeError(`study ${i} has no landmark`);
      return atLandmark;
    });
    const pool = poolLandmarksInverseVariance(effects, { method, test, level });
    if (!("heterogeneity" in pool)) return pool;
    return {
      ...effectFigures(pool, level),
      sei: effects.map(({ se }) => se),
      survival: pool.estimate,
      ci: pool.interval,
      predictionInterval: { tkm2: pool.predictionInterval },
    };
  },
);
