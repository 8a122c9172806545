import * as v from "valibot";
import { isGlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import type { FitOptions } from "#core/statistics/inverse-variance/fit.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import {
  influence as influenceOf,
  leaveOneOut,
  type StudyInfluence,
} from "#core/statistics/sensitivity/influence.ts";
import type { Study } from "#core/statistics/study.ts";
import { counts, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { inverseVarianceOptions } from "./inverse-variance.ts";

/** Influence of every study on a two-step pool. */
export const influence = oracleModel(
  v.strictObject(counts),
  inverseVarianceOptions,
  (input, { method, test }) =>
    influenceFigures(studiesOf(input), { method, test, level: input.level }),
);

function influenceFigures(studies: readonly Study[], options: FitOptions) {
  const result = influenceOf(studies, options);
  if (result.status !== "ok") return result;
  const figure = (name: Exclude<keyof StudyInfluence, "without">) =>
    result.studies.map((study) => study[name]);
  return {
    leaveOneOut: leaveOneOutFigures(studies, options),
    rstudent: figure("rstudent"),
    rstandard: figure("rstandard"),
    dffits: figure("dffits"),
    cookDistance: figure("cookDistance"),
    covRatio: figure("covRatio"),
    hat: figure("hat"),
    dfbetas: figure("dfbetas"),
    weightsPct: figure("weight"),
    glmmLeaveOneOut: glmmFigures(studies),
  };
}

function leaveOneOutFigures(studies: readonly Study[], options: FitOptions) {
  const pools = leaveOneOut(studies, (remaining) => {
    const pool = poolInverseVariance(remaining, options);
    return "mu" in pool ? pool : null;
  });
  return {
    mu: pools.map((pool) => pool?.mu),
    se: pools.map((pool) => pool?.se),
    ciLower: pools.map((pool) => pool?.muInterval[0]),
    ciUpper: pools.map((pool) => pool?.muInterval[1]),
    tau2: pools.map((pool) => pool?.tau2),
    Q: pools.map((pool) => pool?.heterogeneity.q),
    I2_tau2: pools.map((pool) => pool?.heterogeneity.i2),
  };
}

function glmmFigures(studies: readonly Study[]) {
  const pools = leaveOneOut(studies, (remaining) => {
    const pool = poolGlmm(remaining);
    return isGlmmPool(pool) ? pool : null;
  });
  return {
    mu: pools.map((pool) => pool?.mu),
    se: pools.map((pool) => pool?.se),
    tau2: pools.map((pool) => pool?.tau2),
  };
}
