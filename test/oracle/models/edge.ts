import * as v from "valibot";
import { type FixedEffectFit, fitGlmm } from "#core/statistics/glmm/fit.ts";
import { makeGlmmData } from "#core/statistics/glmm/marginal-likelihood.ts";
import { clopperPearson, waldInterval } from "#core/statistics/interval.ts";
import { makeInterceptDesign } from "#core/statistics/linear/design.ts";
import { expit, expitInterval } from "#core/statistics/scales.ts";
import { NORMAL } from "#core/statistics/special/reference-distribution.ts";
import type { Study } from "#core/statistics/study.ts";
import { counts, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { glmmFigures } from "./glmm-pool.ts";
import { highestAtTau } from "./highest-at-tau.ts";
import { inverseVariance } from "./inverse-variance.ts";

const options = v.strictObject({
  model: v.literal("glmm and inverse-variance"),
  method: v.literal("ML / DL / REML"),
  transform: v.literal("PLO"),
  correction: v.strictObject({ add: v.literal(0.5), to: v.literal("only0") }),
  test: v.literal("z"),
});

/** Values of τ at which the fixtures list a likelihood that has no maximum. */
const TAUS = [10, 20, 40, 80];

/** Degenerate counts with every model. */
export const edge = oracleModel(
  v.strictObject(counts),
  options,
  ({ level, ...columns }, chosen) => {
    // The engine rejects a study without patients; its callers must leave such a study out.
    const studies = studiesOf(columns).filter(({ n }) => n > 0);
    const input = {
      events: studies.map(({ events }) => events),
      n: studies.map(({ n }) => n),
      level,
    };
    const { transform, correction, test } = chosen;
    const twoStep = (method: "DL" | "REML") =>
      inverseVariance.compute(input, {
        model: "inverse-variance",
        method,
        transform,
        correction,
        test,
      });
    const { status, fixed } = fitGlmm(studies, makeInterceptDesign(studies.length));
    return {
      kUsed: studies.length,
      glmm: {
        ...glmmFigures(studies, level),
        ...(status === "tau-diverges" ? divergence(studies) : {}),
      },
      fixed: fixed && fixedFigures(fixed, level),
      pooled: pooledCounts(studies, level),
      ivDL: twoStep("DL"),
      ivREML: twoStep("REML"),
    };
  },
);

function fixedFigures(
  { beta: [mu = Number.NaN], se: [se = Number.NaN] }: FixedEffectFit,
  level: number,
) {
  const ci = expitInterval(waldInterval(mu, se, NORMAL.quantile(level)));
  return { mu, se, proportion: expit(mu), ci };
}

function divergence(studies: readonly Study[]) {
  const data = makeGlmmData(studies, makeInterceptDesign(studies.length));
  return {
    profileTau_tau: TAUS,
    profileTau_logLik: TAUS.map((tau) => highestAtTau(data, tau, new Float64Array(2))),
  };
}

function pooledCounts(studies: readonly Study[], level: number) {
  const events = studies.reduce((sum, study) => sum + study.events, 0);
  const n = studies.reduce((sum, study) => sum + study.n, 0);
  return {
    events,
    n,
    proportion: events / n,
    clopperPearson: clopperPearson(events, n, level),
  };
}
