import { read } from "../read.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import type { Interval } from "../types.ts";
import { type Density, densityQuantile, tabulateDensity } from "./density.ts";
import { type JointPosterior, jointPosterior } from "./joint.ts";
import { CLOGLOG, type Link, LOGIT, orderedLimits } from "./link.ts";
import { marginalOfMu } from "./marginal.ts";
import { mixtureQuantile, predictiveMean, predictiveMixture } from "./predictive.ts";
import type { Prior } from "./prior.ts";
import type { StudyLikelihood } from "./study-likelihood.ts";

/** What a contrast needs of a pool: the marginal posterior of μ and its link. Plain data. */
export interface Posterior {
  readonly link: Link["name"];
  readonly mu: Density;
  readonly moments: Moments;
}

/** Posterior mean and standard deviation of μ and of the proportion at μ. */
interface Moments {
  readonly mu: { readonly mean: number; readonly sd: number };
  readonly proportion: { readonly mean: number; readonly sd: number };
}

export interface PosteriorSummary {
  /** Posterior median of the proportion at μ: the rate of a typical cohort. */
  readonly estimate: number | null;
  /** Posterior mean of the proportion at μ. */
  readonly mean: number | null;
  /** Equal-tailed credible interval of the proportion at μ. */
  readonly interval: Interval | null;
  /** Equal-tailed posterior predictive interval of a new cohort's proportion. */
  readonly predictionInterval: Interval | null;
  /** Posterior mean of a new cohort's proportion: the average over cohorts. */
  readonly marginal: number | null;
  readonly mu: { readonly mean: number; readonly sd: number; readonly median: number } | null;
  readonly tau: { readonly mean: number; readonly median: number } | null;
  /** log p(data), with all constants. */
  readonly logMarginalLikelihood: number | null;
  readonly posterior: Posterior | null;
}

const NOTHING: PosteriorSummary = {
  estimate: null,
  mean: null,
  interval: null,
  predictionInterval: null,
  marginal: null,
  mu: null,
  tau: null,
  logMarginalLikelihood: null,
  posterior: null,
};

export function linkOf({ link }: Posterior): Link {
  return link === "logit" ? LOGIT : CLOGLOG;
}

/** Fits the model and reads everything off one joint grid; all `null` without studies. */
export function posteriorSummary(
  likelihoods: readonly StudyLikelihood[],
  link: Link,
  prior: Prior,
  level: number,
  predictive: boolean,
): PosteriorSummary {
  if (likelihoods.length === 0) return NOTHING;
  const joint = jointPosterior(likelihoods, prior);
  const tauMasses = joint.slices.map(({ logMasses }) => logSum(logMasses));
  const logTotal = logSum(tauMasses);
  const moments = posteriorMoments(joint, logTotal, link);
  const tau = {
    mean: meanOfTau(joint, tauMasses, logTotal),
    median: medianOfTau(joint, tauMasses),
  };
  const mu = marginalOfMu(joint);
  const tail = (1 - level) / 2;
  const median = densityQuantile(mu, 0.5);
  return {
    estimate: link.inverse(median),
    mean: moments.proportion.mean,
    interval: orderedLimits(link, densityQuantile(mu, tail), densityQuantile(mu, 1 - tail)),
    predictionInterval: predictive
      ? predictionInterval(joint, logTotal, link, tail, {
          centre: moments.mu.mean,
          scale: Math.hypot(moments.mu.sd, tau.mean),
        })
      : null,
    marginal: predictive ? predictiveMean(joint, logTotal, link) : null,
    mu: { ...moments.mu, median },
    tau,
    logMarginalLikelihood: logTotal,
    posterior: { link: link.name, mu, moments },
  };
}

function predictionInterval(
  joint: JointPosterior,
  logTotal: number,
  link: Link,
  tail: number,
  start: { centre: number; scale: number },
): Interval {
  const mixture = predictiveMixture(joint, logTotal);
  const spread = normalQuantile(1 - tail) * start.scale;
  return orderedLimits(
    link,
    mixtureQuantile(mixture, tail, start.centre - spread),
    mixtureQuantile(mixture, 1 - tail, start.centre + spread),
  );
}

function posteriorMoments({ slices }: JointPosterior, logTotal: number, link: Link): Moments {
  // Offsets from a point inside the posterior: a variance may be 1e-6 of the mean's square.
  const origin = slices.map(({ first, step }) => first * step)[0] ?? 0;
  const proportionThere = link.inverse(origin);
  let [sum, squares, proportionSum, proportionSquares] = [0, 0, 0, 0];
  for (const { first, step, logMasses } of slices) {
    for (let i = 0; i < logMasses.length; i += 1) {
      const mu = (first + i) * step;
      const weight = Math.exp(read(logMasses, i) - logTotal);
      const offset = mu - origin;
      const proportionOffset = link.inverse(mu) - proportionThere;
      sum += weight * offset;
      squares += weight * offset * offset;
      proportionSum += weight * proportionOffset;
      proportionSquares += weight * proportionOffset * proportionOffset;
    }
  }
  return {
    mu: { mean: origin + sum, sd: Math.sqrt(squares - sum * sum) },
    proportion: {
      mean: proportionThere + proportionSum,
      sd: Math.sqrt(Math.max(0, proportionSquares - proportionSum * proportionSum)),
    },
  };
}

/**
 * The posterior of τ continued evenly to −τ is smooth at 0; the median of τ is the upper quartile
 * of that. Rows at negligible density near 0 are missing; then nothing is continued.
 */
function medianOfTau({ tauAxis, slices }: JointPosterior, logMasses: readonly number[]): number {
  const row = slices[0]?.row ?? 0;
  // Rows sit half-way between whole indices of the axis.
  return row === 0
    ? densityQuantile(
        tabulateDensity(
          tauAxis,
          0.5 - logMasses.length,
          Float64Array.from([...logMasses.toReversed(), ...logMasses]),
        ),
        0.75,
      )
    : densityQuantile(tabulateDensity(tauAxis, row + 0.5, Float64Array.from(logMasses)), 0.5);
}

/**
 * Midpoint rule for E τ with its first two end corrections (Euler–Maclaurin): unlike the other
 * integrands, |τ| × density has a kink at 0.
 */
function meanOfTau(
  { tauAxis, slices }: JointPosterior,
  logMasses: readonly number[],
  logTotal: number,
): number {
  const masses = logMasses.map((value) => Math.exp(value - logTotal));
  const sum = slices.reduce((total, { tau }, j) => total + tau * read(masses, j), 0);
  if (slices[0]?.row !== 0 || masses.length < 4) return sum;
  const mass = (j: number): number => read(masses, j);
  const atZero = (1225 * mass(0) - 245 * mass(1) + 49 * mass(2) - 5 * mass(3)) / 1024;
  const slope = tauAxis.scale * tauAxis.step;
  const first = slope * atZero;
  const curvature = (39 * mass(1) - 34 * mass(0) - 5 * mass(2)) / 24;
  const third = slope * (tauAxis.step * tauAxis.step * atZero + 3 * curvature);
  return sum - first / 24 + (7 * third) / 5760;
}

function logSum(values: ArrayLike<number>): number {
  let highest = -Infinity;
  for (let i = 0; i < values.length; i += 1) highest = Math.max(highest, read(values, i));
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += Math.exp(read(values, i) - highest);
  return highest + Math.log(sum);
}
