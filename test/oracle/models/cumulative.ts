import * as v from "valibot";
import { isGlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { coefficientTest, continuityCorrection, counts, studiesOf, transform } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { glmmStatus } from "./glmm-pool.ts";

const options = v.strictObject({
  model: v.literal("cumulative"),
  transform,
  correction: continuityCorrection,
  test: coefficientTest,
});

/** Pools the first study, the first two, and so on; the binomial–normal model starts with two. */
export const cumulative = oracleModel(
  v.strictObject(counts),
  options,
  ({ level, ...columns }, { test }) => {
    const studies = studiesOf(columns);
    const beginnings = studies.map((_, index) => studies.slice(0, index + 1));
    const twoStep = (method: "DL" | "REML") => {
      const pools = beginnings.map((soFar) => {
        const pool = poolInverseVariance(soFar, { test, method, level });
        return "mu" in pool ? pool : null;
      });
      return {
        mu: pools.map((pool) => pool?.mu),
        se: pools.map((pool) => pool?.se),
        tau2: pools.map((pool) => pool?.tau2),
        proportion: pools.map((pool) => pool?.estimate),
        ciLower: pools.map((pool) => pool?.interval[0]),
        ciUpper: pools.map((pool) => pool?.interval[1]),
      };
    };
    const glmms = beginnings.slice(1).map((soFar) => poolGlmm(soFar, { level }));
    return {
      DL: twoStep("DL"),
      REML: twoStep("REML"),
      glmmFromSecond: {
        status: glmms.map(({ status }) => glmmStatus(status)),
        mu: glmms.map((pool) => (isGlmmPool(pool) ? pool.mu : null)),
        se: glmms.map((pool) => (isGlmmPool(pool) ? pool.se : null)),
        tau2: glmms.map((pool) => (isGlmmPool(pool) ? pool.tau2 : null)),
      },
    };
  },
);
