/** How much the cohorts of a pool by a frequentist model differ, as metafor prints it. */
import type { GlmmPool } from "../statistics/glmm/pool.ts";
import { profileTauInterval } from "../statistics/glmm/profile.ts";
import { i2Limits } from "../statistics/heterogeneity.ts";
import { type EffectPool, interceptModel } from "../statistics/inverse-variance/pool.ts";
import { qProfileInterval } from "../statistics/inverse-variance/tau2.ts";
import type { Heterogeneity, Interval } from "./answer.ts";

const level = 0.95;

/** Of at least two cohorts by the binomial–normal model. */
export function heterogeneityOfCounts({ fit, tau2, heterogeneity }: GlmmPool): Heterogeneity {
  const { qLrt, pLrt, qWald, pWald, df, h2, typicalVariance } = heterogeneity;
  const tau = profileTauInterval(fit, { level });
  const tau2Interval: Interval | null = tau && [tau[0] ** 2, tau[1] ** 2];
  return {
    tests: [
      { name: "likelihood-ratio", q: qLrt, df, pValue: pLrt },
      { name: "wald", q: qWald, df, pValue: pWald },
    ],
    tau2,
    tau2Interval,
    i2Interval: i2Limits(tau2Interval, typicalVariance),
    h2,
  };
}

/** Of two cohorts or more by inverse variance. */
export function heterogeneityOfEffects(pool: EffectPool): Heterogeneity {
  const { q, df, pQ, h2, typicalVariance } = pool.heterogeneity;
  const tau2Interval = qProfileInterval(interceptModel(pool.effects), level);
  return {
    tests: pQ === null ? [] : [{ name: "cochran", q, df, pValue: pQ }],
    tau2: pool.tau2,
    tau2Interval,
    i2Interval: i2Limits(tau2Interval, typicalVariance),
    h2,
  };
}
