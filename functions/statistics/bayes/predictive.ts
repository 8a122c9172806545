import { read } from "../read.ts";
import { increasingRoot, type ValueAndSlope } from "../special/increasing-root.ts";
import { normalCdf } from "../special/normal-cdf.ts";
import { halveSpacing } from "./interpolate.ts";
import type { JointPosterior } from "./joint.ts";
import type { Link } from "./link.ts";

/** The predictive distribution of a new cohort's θ: a mixture of N(μ, τ²), one part per cell. */
interface Mixture {
  readonly mus: readonly number[];
  readonly taus: readonly number[];
  readonly weights: readonly number[];
}

/** Parts with less weight than this change no digit that is returned. */
const NEGLIGIBLE = 1e-9;

/**
 * Mixture of all cells of the joint posterior, weights summing to 1 up to the parts left out.
 * Slices whose τ is narrower than the spacing of μ are refined first; otherwise their part of the
 * distribution function would be a staircase.
 */
export function predictiveMixture({ slices }: JointPosterior, logTotal: number): Mixture {
  const mus: number[] = [];
  const taus: number[] = [];
  const weights: number[] = [];
  for (const { tau, step, first, logMasses } of slices) {
    let values = logMasses;
    let divisor = 1;
    while (step / divisor > 0.5 * tau) {
      values = halveSpacing(values);
      divisor *= 2;
    }
    for (let i = 0; i < values.length; i += 1) {
      const weight = Math.exp(read(values, i) - logTotal) / divisor;
      if (weight < NEGLIGIBLE) continue;
      mus.push((first + i / divisor) * step);
      taus.push(tau);
      weights.push(weight);
    }
  }
  return { mus, taus, weights };
}

/** θ with P(new θ ≤ θ) = `probability`. */
export function mixtureQuantile(mixture: Mixture, probability: number, start: number): number {
  return increasingRoot((x) => mixtureAt(mixture, x, probability), start, 1e-6);
}

/** Distribution function at x less `probability`, and the density there. */
function mixtureAt({ mus, taus, weights }: Mixture, x: number, probability: number): ValueAndSlope {
  let below = -probability;
  let density = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const tau = read(taus, i);
    const z = (x - read(mus, i)) / tau;
    if (z < -8) continue;
    const weight = read(weights, i);
    if (z > 8) {
      below += weight;
      continue;
    }
    const height = Math.exp(-0.5 * z * z);
    below += weight * normalCdf(z, height);
    density += (weight / tau) * height;
  }
  return { value: below, slope: density / Math.sqrt(2 * Math.PI) };
}

/** E[proportion of a new cohort]: over N(μ, τ²) by the trapezoidal rule, over cells by the grid. */
export function predictiveMean({ slices }: JointPosterior, logTotal: number, link: Link): number {
  let mean = 0;
  for (const { tau, step: muStep, first, logMasses } of slices) {
    // The link is analytic in a strip of height π/2 (cloglog) or π (logit) only.
    const step = Math.min(0.9, 0.6 / tau);
    const count = Math.ceil(6 / step);
    const weights = new Float64Array(count + 1);
    const factors = new Float64Array(count + 1);
    for (let j = 0; j <= count; j += 1) {
      const z = j * step;
      weights[j] = (Math.exp(-0.5 * z * z) * step) / Math.sqrt(2 * Math.PI);
      factors[j] = Math.exp(tau * z);
    }
    for (let i = 0; i < logMasses.length; i += 1) {
      const weight = Math.exp(read(logMasses, i) - logTotal);
      if (weight < NEGLIGIBLE) continue;
      const expMu = Math.exp((first + i) * muStep);
      let sum = read(weights, 0) * link.inverseOfExp(expMu);
      for (let j = 1; j <= count; j += 1) {
        const factor = read(factors, j);
        sum +=
          read(weights, j) *
          (link.inverseOfExp(expMu * factor) + link.inverseOfExp(expMu / factor));
      }
      mean += weight * sum;
    }
  }
  return mean;
}
