import { type BayesPool, poolProportions } from "#core/statistics/bayes/pool.ts";
import { type GlmmPool, poolGlmm } from "#core/statistics/glmm/pool.ts";
import { profileInterval, profileTauInterval } from "#core/statistics/glmm/profile.ts";
import type { CoefficientTest } from "#core/statistics/inverse-variance/fit.ts";
import { interceptModel, poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import {
  logLikelihood,
  qProfileInterval,
  type Tau2Method,
} from "#core/statistics/inverse-variance/tau2.ts";
import { clopperPearson } from "#core/statistics/single-proportion.ts";
import { logChoose } from "#core/statistics/special/gamma.ts";
import type { Study } from "#core/statistics/study.ts";
import { notFinite } from "../support/finite.ts";
import { highestAtTau } from "../support/highest-at-tau.ts";
import { directLogLikelihood, directPosteriorBelow } from "./direct-integration.ts";
import { everythingElse } from "./everything.ts";

/** How far two independent ways to compute one number differ, in the unit of the comparison. */
export interface Comparison {
  readonly name: string;
  readonly deviation: number;
  /**
   * The largest deviation that is explained by rounding, or by the coarseness of the slower way.
   */
  readonly limit: number;
}

const LEVEL = 0.95;
const TAUS = [0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8];

/**
 * Compares everything the engine says about one data set with whatever can be computed in another
 * way.
 *
 * @throws Error naming figures that are not finite.
 */
export function compareRoutes(
  studies: readonly Study[],
  { posterior }: { readonly posterior: boolean },
): Comparison[] {
  const glmm = poolGlmm(studies, { level: LEVEL });
  const bayes = poolProportions(studies);
  const poolBy = (method: Tau2Method, test: CoefficientTest) =>
    poolInverseVariance(studies, { method, test });
  const twoStep = METHODS.map((method) => ({ method, pool: poolBy(method, "z") }));
  const further = METHODS.flatMap((method) => [poolBy(method, "knha"), poolBy(method, "adhoc")]);
  const profiles =
    "fit" in glmm
      ? [
          profileInterval(glmm.fit, 0, { level: LEVEL }),
          profileTauInterval(glmm.fit, { level: LEVEL }),
        ]
      : [];
  const wrong = notFinite({
    ...{ glmm, bayes, twoStep, further, profiles },
    tau2: twoStep.map(
      ({ pool }) => "effects" in pool && qProfileInterval(interceptModel(pool.effects), LEVEL),
    ),
    rest: everythingElse(studies),
  });
  if (wrong.length > 0) throw new Error(`${wrong.slice(0, 5).join(", ")}`);
  return [
    ...("fit" in glmm ? glmmRoutes(studies, glmm) : []),
    ...twoStep.flatMap(({ method, pool }) =>
      "tau2" in pool ? twoStepRoutes(method, pool.effects, pool.tau2) : [],
    ),
    ...(posterior ? posteriorRoutes(studies, bayes) : []),
    ...exactIntervalRoutes(studies),
  ];
}

const METHODS: readonly Tau2Method[] = ["FE", "DL", "PM", "ML", "REML"];

/**
 * Checks the maximum: its height by direct integration, the slope there, and that no other point is
 * higher.
 */
function glmmRoutes(studies: readonly Study[], pool: GlmmPool): Comparison[] {
  const { mu, se, fit } = pool;
  const { tau, logLikelihood: height } = fit;
  const constant = studies.reduce((sum, { events, n }) => sum + logChoose(n, events), 0);
  const direct = directLogLikelihood(studies, mu, tau) + constant;
  // Central differences over a thousandth of a standard error. If the standard error is several
  // logits, the data say next to nothing and the curve is not a parabola, so the step is limited.
  const step = 1e-3 * Math.min(se, 1);
  const rise =
    directLogLikelihood(studies, mu + step, tau) - directLogLikelihood(studies, mu - step, tau);
  const higher = TAUS.map((at) => highestAtTau(fit.data, at, fit.maximum.parameters) - height);
  return [
    {
      name: "GLMM log-likelihood, direct integration",
      deviation: Math.abs(direct - height),
      limit: 1e-6,
    },
    {
      name: "GLMM slope at the maximum, per standard error",
      deviation: Math.abs((rise / (2 * step)) * Math.min(se, 1)),
      limit: 1e-4,
    },
    {
      name: "GLMM higher likelihood at another τ",
      deviation: Math.max(0, ...higher),
      limit: 1e-8,
    },
  ];
}

/** Checks that no τ² on a grid around an estimate has a higher likelihood. */
function twoStepRoutes(
  method: Tau2Method,
  effects: readonly { readonly yi: number; readonly vi: number }[],
  tau2: number,
): Comparison[] {
  if ((method !== "ML" && method !== "REML") || effects.length < 2) return [];
  const data = interceptModel(effects);
  const typical = Math.min(...effects.map(({ vi }) => vi));
  const near = [-0.3, -0.01, 0.01, 0.3].map((by) => (tau2 + typical) * Math.exp(by));
  const grid = [0, ...near, ...Array.from({ length: 24 }, (_, i) => typical * 2 ** (i - 6))];
  const best = Math.max(...grid.map((at) => logLikelihood(data, at, method)));
  return [
    {
      name: `${method} higher likelihood at another τ²`,
      deviation: Math.max(0, best - logLikelihood(data, tau2, method)),
      limit: 1e-9,
    },
  ];
}

/** Computes the distribution function at each reported quantile by a two-dimensional sum. */
function posteriorRoutes(studies: readonly Study[], pool: BayesPool): Comparison[] {
  const { interval, estimate } = pool;
  if (interval === null || estimate === null) return [];
  const below = directPosteriorBelow(studies, [interval[0], estimate, interval[1]]);
  return [0.025, 0.5, 0.975].map((probability, i) => ({
    name: "Bayes posterior probability below a quantile",
    deviation: Math.abs((below[i] ?? Number.NaN) - probability),
    limit: 2e-4,
  }));
}

/**
 * Compares Clopper–Pearson limits with the binomial tails that define them, summed term by term.
 */
function exactIntervalRoutes([first]: readonly Study[]): Comparison[] {
  if (first === undefined) return [];
  const { events, n } = first;
  const [lower, upper] = clopperPearson(events, n, LEVEL);
  const tail = (p: number, from: number, to: number) => {
    let sum = 0;
    for (let x = from; x <= to; x += 1) {
      sum += Math.exp(logChoose(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p));
    }
    return sum;
  };
  const deviations = [
    events > 0 ? Math.abs(tail(lower, events, n) - 0.025) : 0,
    events < n ? Math.abs(tail(upper, 0, events) - 0.025) : 0,
  ];
  return [
    { name: "Clopper–Pearson tail probability", deviation: Math.max(...deviations), limit: 1e-10 },
  ];
}
