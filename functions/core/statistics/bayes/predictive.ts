import { read } from "../read.ts";
import { findIncreasingRoot, type ValueAndSlope } from "../special/increasing-root.ts";
import { normalCdf } from "../special/normal.ts";
import type { JointPosterior } from "./joint.ts";
import { exponentiateShifted, halveSpacing } from "./tabulated.ts";

/**
 * Describes the part of the predictive distribution at one τ: weights of N(μ, τ²) at μ = (first + i) · step.
 */
interface Parts {
  readonly tau: number;
  readonly step: number;
  readonly first: number;
  readonly masses: Float64Array;
}

/** Components with a lower weight change no digit of the result. */
const NEGLIGIBLE = 1e-9;

/**
 * Returns the predictive distribution of a new cohort's θ: a mixture of one N(μ, τ²) per cell of the joint
 * posterior. Slices with a τ below twice the spacing of μ are refined first. Otherwise their part of the
 * distribution function would have steps.
 */
export function makePredictiveMixture({ rows, logTotal }: JointPosterior): Parts[] {
  return rows.map((row) => {
    const { tau, step, first } = row;
    if (step <= 0.5 * tau) return row;
    let logs = row.logMasses;
    let divisor = 1;
    for (; step / divisor > 0.5 * tau; divisor *= 2) logs = halveSpacing(logs);
    const masses = exponentiateShifted(logs, logTotal);
    for (let i = 0; i < masses.length; i += 1) masses[i] = read(masses, i) / divisor;
    return { tau, step: step / divisor, first: first * divisor, masses };
  });
}

/** Returns the x for which a new θ is at most x with this probability. The search begins at `start`. */
export function mixtureQuantile(
  mixture: readonly Parts[],
  probability: number,
  start: number,
): number {
  return findIncreasingRoot((x) => evaluateMixture(mixture, x, probability), start, 1e-6);
}

/** Returns the distribution function at x minus `probability`, and the density at x. */
function evaluateMixture(mixture: readonly Parts[], x: number, probability: number): ValueAndSlope {
  let below = -probability;
  let density = 0;
  for (const { tau, step, first, masses } of mixture) {
    let height = 0;
    for (let i = 0; i < masses.length; i += 1) {
      const mass = read(masses, i);
      const z = (x - (first + i) * step) / tau;
      if (mass < NEGLIGIBLE || z < -7) continue;
      if (z > 7) {
        below += mass;
        continue;
      }
      const exponential = Math.exp(-0.5 * z * z);
      below += mass * normalCdf(z, exponential);
      height += mass * exponential;
    }
    density += height / tau;
  }
  return { value: below, slope: density / Math.sqrt(2 * Math.PI) };
}
