import { invertPositiveDefinite, multiplyVector } from "../linear/positive-definite.ts";
import { readElement } from "../special/arithmetic.ts";
import {
  evaluateMarginalLikelihood,
  type GlmmData,
  type MarginalLikelihood,
  type Parameters,
} from "./marginal-likelihood.ts";

/** Describes a stationary point of the likelihood in the parameters that were free. */
export interface Maximum extends MarginalLikelihood {
  readonly parameters: Parameters;
  /** `converged` is true if the search ended at a maximum, and not at the limit of steps. */
  readonly converged: boolean;
}

/**
 * The search ends if a Newton step is expected to gain less than this; that step is still taken.
 */
const GAIN = 1e-11;
const MAX_STEPS = 200;
/**
 * A step is at most this long, in logits, or as long as τ if that is larger: further away the approximation is
 * useless.
 */
const MAX_CHANGE = 4;
/** τ is at most this: there, studies have no or only events, and what the likelihood gains beyond is irrelevant. */
const MAX_TAU = 100;

/**
 * Finds a maximum over the parameters whose index is in `free` (the last one is τ ≥ 0). It uses Newton's method with
 * analytic derivatives, damped (Levenberg 1944; Marquardt 1963) if the Hessian is not negative definite or a step
 * would lower the likelihood. The likelihood is even in τ, so a step past 0 is reflected. If τ grows to MAX_TAU, the
 * search ends without convergence.
 */
export function maximiseLikelihood(
  data: GlmmData,
  start: Parameters,
  free: readonly number[],
): Maximum {
  let parameters = start;
  let at = evaluateMarginalLikelihood(data, parameters);
  let damping = 0;
  let converged = free.length === 0;
  for (let iteration = 0; iteration < MAX_STEPS && !converged; iteration += 1) {
    const { step, gain } = solveNewtonStep(
      at,
      free,
      damping,
      Math.max(MAX_CHANGE, readTau(parameters)),
    );
    if (step === null) {
      damping = Math.max(1e-3, damping * 10);
      continue;
    }
    const next = takeNewtonStep(parameters, free, step);
    if (readTau(next) === MAX_TAU && readTau(parameters) === MAX_TAU) break;
    const there = evaluateMarginalLikelihood(data, next);
    if (there.value >= at.value - data.rounding) {
      converged = gain < GAIN && damping === 0;
      parameters = next;
      at = there;
      damping = damping > 1e-3 ? damping / 10 : 0;
    } else if (gain < data.rounding) {
      converged = true;
    } else {
      damping = Math.max(1e-3, damping * 10);
    }
  }
  return { parameters, converged, ...at };
}

/**
 * Returns the Newton step (−H + damping · D)⁻¹ g of the parameters in `free`, scaled down if one of them would change
 * by more than `longestStep`, and as `gain` the product of g with the unscaled step. If that matrix is not positive
 * definite, the step is `null` and the gain infinite.
 */
function solveNewtonStep(
  { gradient, hessian }: MarginalLikelihood,
  free: readonly number[],
  damping: number,
  longestStep: number,
): { step: Float64Array | null; gain: number } {
  const size = free.length;
  const total = gradient.length;
  const matrix = new Float64Array(size * size);
  const slope = Float64Array.from(free, (index) => readElement(gradient, index));
  free.forEach((row, a) => {
    free.forEach((col, b) => {
      matrix[a * size + b] = -readElement(hessian, row * total + col);
    });
    const curvature = Math.abs(readElement(hessian, row * total + row));
    matrix[a * size + a] = readElement(matrix, a * size + a) + damping * (curvature + 1e-3);
  });
  const solved = invertPositiveDefinite(matrix, size);
  if (solved === null) return { step: null, gain: Number.POSITIVE_INFINITY };
  const step = multiplyVector(solved.inverse, slope);
  const gain = step.reduce((sum, change, a) => sum + change * readElement(slope, a), 0);
  const longest = step.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
  const shrink = Math.min(1, longestStep / longest);
  return { step: shrink < 1 ? step.map((change) => change * shrink) : step, gain };
}

function takeNewtonStep(
  parameters: Parameters,
  free: readonly number[],
  step: Float64Array,
): Parameters {
  const next = Float64Array.from(parameters);
  free.forEach((index, a) => {
    next[index] = readElement(next, index) + readElement(step, a);
  });
  const last = next.length - 1;
  next[last] = Math.min(MAX_TAU, Math.abs(readElement(next, last)));
  return next;
}

function readTau(parameters: Parameters): number {
  return readElement(parameters, parameters.length - 1);
}
