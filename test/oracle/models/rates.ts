import * as v from "valibot";
import { contrastRates } from "#core/statistics/rates/contrast.ts";
import { isGlmmRatePool, poolRatesGlmm } from "#core/statistics/rates/glmm.ts";
import { isRatePool, poolRates } from "#core/statistics/rates/pool.ts";
import type { RateStudy } from "#core/statistics/rates/rate-study.ts";
import { groupNames, rows, rowsByGroup, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";
import { glmmStatus } from "./glmm-pool.ts";

/** One entry per study; a single one may stand without its brackets. */
const column = v.union([
  v.array(v.number()),
  v.pipe(
    v.number(),
    v.transform((value) => [value]),
  ),
]);

const input = v.strictObject({
  events: column,
  n: column,
  years: column,
  group: v.optional(groupNames, []),
  level: v.optional(v.number(), 0.95),
});

const options = v.strictObject({
  model: v.literal("binomial-normal"),
  link: v.literal("cloglog"),
  offset: v.literal("log years"),
  prior: v.strictObject({
    mu: v.strictObject({ dist: v.literal("normal"), mean: v.number(), sd: v.number() }),
    tau: v.strictObject({ dist: v.literal("half-normal"), scale: v.number() }),
  }),
  contrast: v.optional(v.string()),
});

/**
 * Pools first events under unequal follow-up by both models. With groups, each is pooled by itself,
 * and `contrast` says which two are compared: "a against b".
 */
export const rates = oracleModel(input, options, (given, { prior, contrast }) => {
  const { group, level } = given;
  const studies: RateStudy[] = rows(studiesOf(given), given.years).map(([study, years]) => ({
    ...study,
    years,
  }));
  const poolOf = (some: readonly RateStudy[]) => poolRates(some, { prior, level });
  if (group.length === 0) {
    return { bayes: bayesFigures(poolOf(studies)), glmm: glmmFigures(studies, level) };
  }
  const members = new Map(
    [...rowsByGroup(group)].map(([name, of]) => [name, of.flatMap((i) => studies[i] ?? [])]),
  );
  const [first = "", second = ""] = contrast?.split(" against ") ?? members.keys();
  const [a, b] = [poolOf(members.get(first) ?? []), poolOf(members.get(second) ?? [])];
  const between = isRatePool(a) && isRatePool(b) ? contrastRates(a, b, { level }) : null;
  const each = (figures: (of: readonly RateStudy[]) => unknown) =>
    Object.fromEntries([...members].map(([name, of]) => [name, figures(of)]));
  return {
    bayes: {
      ...each((of) => bayesFigures(poolOf(of))),
      pHigher: between?.probabilityHigher,
      rateRatio: between?.ratio,
      rateRatioInterval: between?.ratioInterval,
      rateDifference: between?.difference,
      rateDifferenceInterval: between?.differenceInterval,
    },
    glmm: each((of) => glmmFigures(of, level)),
  };
});

function bayesFigures(pool: ReturnType<typeof poolRates>) {
  if (!isRatePool(pool)) return { status: pool.status };
  return {
    rateMedian: pool.estimate,
    credibleInterval: pool.interval,
    predictiveInterval: pool.predictionInterval,
    muMean: pool.mu.mean,
    muSd: pool.mu.sd,
    muMedian: pool.mu.median,
    tauMean: pool.tau.mean,
    tauMedian: pool.tau.median,
    logMarginalLikelihood: pool.logMarginalLikelihood,
  };
}

function glmmFigures(studies: readonly RateStudy[], level: number) {
  const pool = poolRatesGlmm(studies, { level });
  if (!isGlmmRatePool(pool)) return { status: glmmStatus(pool.status) };
  const { fixed } = pool;
  return {
    status: glmmStatus(pool.status),
    mu: pool.mu,
    se: pool.se,
    tau: pool.tau,
    tau2: pool.tau2,
    rate: pool.estimate,
    ci: pool.waldInterval,
    ciT: pool.tInterval,
    logLik: pool.logLikelihood,
    muFixed: fixed.mu,
    seFixed: fixed.se,
    logLikFixed: fixed.logLikelihood,
    lrtTau2: pool.lrtTau2.statistic,
    lrtTau2P: pool.lrtTau2.pValue,
  };
}
