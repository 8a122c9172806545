import { contrastSeparate } from "#core/statistics/contrast/pools.ts";
import { isGlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import {
  predict,
  regressGlmm,
  regressInverseVariance,
} from "#core/statistics/meta-regression/regression.ts";
import { funnel } from "#core/statistics/sensitivity/funnel.ts";
import { influence } from "#core/statistics/sensitivity/influence.ts";
import { begg, egger, peters } from "#core/statistics/sensitivity/small-study-tests.ts";
import { trimAndFill } from "#core/statistics/sensitivity/trim-and-fill.ts";
import { wilson } from "#core/statistics/single-proportion.ts";
import type { Study } from "#core/statistics/study.ts";
import { commonFit } from "../support/common-fit.ts";

/** Calls all other analyses for one data set. Only whether they return matters here. */
export function everythingElse(studies: readonly Study[]): unknown {
  const groups = studies.map((_, i) => (i % 2 === 0 ? "even" : "odd"));
  const covariate = { name: "position", values: studies.map((_, i) => i) };
  const options = { method: "REML", test: "knha" } as const;
  const regressions = [
    regressGlmm(studies, [covariate], { test: studies.length > 2 ? "t" : "z" }),
    regressInverseVariance(studies, [covariate], options),
  ];
  return {
    single: studies.slice(0, 1).map(({ events, n }) => [wilson(events, n)]),
    common: commonFit(studies, groups),
    separate: separate(studies, groups),
    regressions,
    predictions: regressions.map((one) => ("coefficients" in one ? predict(one, [0]) : null)),
    sensitivity: [
      ...[egger(studies), peters(studies), begg(studies)],
      ...[trimAndFill(studies, options), funnel(studies, options)],
      influence(studies, options),
    ],
  };
}

function separate(studies: readonly Study[], groups: readonly string[]): unknown {
  const pools = ["even", "odd"].flatMap((group) => {
    const pool = poolGlmm(studies.filter((_, i) => groups[i] === group));
    return isGlmmPool(pool) ? [{ ...pool, interval: pool.tInterval }] : [];
  });
  const [a, b] = pools;
  return a && b ? contrastSeparate(a, b) : null;
}
