import * as v from "valibot";
import { poolEffects } from "../../../functions/statistics/inverse-variance/pool.ts";
import { landmark as landmarkOf } from "../../../functions/statistics/survival/landmark.ts";
import type { Interval } from "../../../functions/statistics/types.ts";
import { coefficientTest, tau2Method } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

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

/** Survival at one time, from printed intervals. */
export const landmark = oracleModel(
  input,
  options,
  ({ survival, lower, upper, level }, { method, test }) => {
    const effects = survival.map((s, i) => {
      const interval: Interval = [lower[i] ?? Number.NaN, upper[i] ?? Number.NaN];
      const found = landmarkOf({ survival: s, interval, level });
      if (found === null) throw new RangeError(`study ${i} has no landmark`);
      return found;
    });
    const pool = poolEffects(
      effects.map(({ y, se }) => ({ yi: y, vi: se * se })),
      { method, test, level },
    );
    if (pool.status === "no-residual-variation") return pool;
    const { heterogeneity, predictionIntervals } = pool;
    return {
      yi: effects.map(({ y }) => y),
      sei: effects.map(({ se }) => se),
      mu: pool.mu,
      se: pool.se,
      survival: survivalAt(pool.mu),
      ci: survivalInterval(pool.muInterval),
      tau2: pool.tau2,
      tau2Ci: heterogeneity.tau2Interval,
      Q: heterogeneity.q,
      df: heterogeneity.df,
      pQ: heterogeneity.pQ,
      I2_tau2: heterogeneity.i2,
      I2_Q: heterogeneity.i2Q,
      predictionInterval: {
        z: survivalInterval(predictionIntervals.z),
        tkm1: predictionIntervals.tkm1 && survivalInterval(predictionIntervals.tkm1),
        tkm2: predictionIntervals.tkm2 && survivalInterval(predictionIntervals.tkm2),
      },
    };
  },
);

function survivalAt(y: number): number {
  return Math.exp(-Math.exp(y));
}

/** Survival falls as y rises. */
function survivalInterval([lower, upper]: Interval): Interval {
  return [survivalAt(upper), survivalAt(lower)];
}
