import { type LikelihoodLattice, latticeStore } from "../bayes/lattice-likelihood.ts";
import type { SoftplusLattice } from "../bayes/softplus.ts";
import type { LandmarkStudy } from "../scales.ts";
import { logChoose } from "../special/gamma.ts";
import type { Study } from "../study.ts";

/** Values at `count` multiples of `step` from the `first` on, in an array of their own. */
type OnLattice = (step: number, first: number, count: number) => Float64Array;

/** Mean and variance of the normal approximation of what is known; they only place the grids. */
export interface Approximation {
  readonly location: number;
  readonly variance: number;
}

/** What one cohort says about its own linear predictor θ. */
export interface Cohort extends Approximation {
  readonly logLikelihoods: OnLattice;
  /** The likelihood at the multiples of `step` from `low` to `high`. */
  readonly lattice: (step: number, low: number, high: number) => LikelihoodLattice;
}

/** y ~ Bin(n, expit θ). */
export function binomialCohort({ events, n }: Study, softplus: SoftplusLattice): Cohort {
  const constant = logChoose(n, events);
  const logLikelihoods: OnLattice = (step, first, count) =>
    softplus(step, first, count).map(
      (value, i) => constant + events * (first + i) * step - n * value,
    );
  return {
    location: Math.log((events + 0.5) / (n - events + 0.5)),
    variance: 1 / (events + 0.5) + 1 / (n - events + 0.5),
    logLikelihoods,
    lattice: latticeStore(logLikelihoods),
  };
}

/** y ~ N(θ, se²). */
export function normalCohort({ y, se }: LandmarkStudy): Cohort {
  const constant = -0.5 * Math.log(2 * Math.PI) - Math.log(se);
  const logLikelihoods: OnLattice = (step, first, count) =>
    Float64Array.from({ length: count }, (_, i) => {
      const z = ((first + i) * step - y) / se;
      return constant - 0.5 * z * z;
    });
  return { location: y, variance: se * se, logLikelihoods, lattice: latticeStore(logLikelihoods) };
}

/** Logarithm by which a likelihood has dropped where it is negligible: e^−14 = 8e-7. */
export const DROP = 14;

/**
 * Distance from its location beyond which a log-concave likelihood has dropped by `drop`. At distance
 * x its logarithm has dropped by at least x² / (2 + x) / variance (self-concordance; Bach 2010).
 */
export function reachOf(variance: number, drop = DROP): number {
  const scaled = drop * variance;
  return 0.5 * (scaled + Math.sqrt(scaled * scaled + 8 * scaled));
}
