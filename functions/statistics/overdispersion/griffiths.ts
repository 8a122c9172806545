import { expit } from "../expit.ts";
import type { Study } from "../study.ts";

/**
 * The beta-binomial likelihood in the form of Griffiths (1973, Biometrics 29:637–648): with
 * mean π and θ = ρ / (1 − ρ),
 *
 * P(x) = (n over x) Π_{j<x} (π + jθ) Π_{j<n−x} (1 − π + jθ) / Π_{j<n} (1 + jθ).
 *
 * It needs no gamma functions, contains the binomial at θ = 0 and passes through it smoothly.
 */
export interface Griffiths {
  /** log-likelihood without the binomial coefficients. */
  readonly logLik: (logit: number, theta: number) => number;
  readonly derivatives: (logit: number, theta: number) => Derivatives;
}

/** Derivatives of the log-likelihood; `Eta` is for logit π. */
export interface Derivatives {
  readonly eta: number;
  readonly etaEta: number;
  readonly theta: number;
  readonly etaTheta: number;
  readonly thetaTheta: number;
}

/** The likelihood of some cohorts; each use takes time in proportion to the largest n. */
export function griffiths(studies: readonly Study[]): Griffiths {
  const events = exceedances(studies.map((study) => study.events));
  const others = exceedances(studies.map((study) => study.n - study.events));
  const patients = exceedances(studies.map(({ n }) => n));
  return {
    logLik: (logit, theta) =>
      logProduct(events, expit(logit), theta) +
      logProduct(others, expit(-logit), theta) -
      logProduct(patients, 1, theta),
    derivatives: (logit, theta) => {
      const pi = expit(logit);
      const complement = expit(-logit);
      const x = sums(events, pi, theta);
      const y = sums(others, complement, theta);
      const n = sums(patients, 1, theta);
      const slope = pi * complement; // dπ / d logit π
      const score = x.inverse - y.inverse;
      return {
        eta: slope * score,
        etaEta: slope * ((complement - pi) * score - slope * (x.square + y.square)),
        theta: x.j - n.j + y.j,
        etaTheta: slope * (y.jSquare - x.jSquare),
        thetaTheta: n.jjSquare - x.jjSquare - y.jjSquare,
      };
    },
  };
}

/** All j from `from` up to, not including, `to`: `copies` counts are larger than these. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly copies: number;
}

/** Σ over counts Σ_{j < count} f(j) as one sum over j. */
function exceedances(counts: readonly number[]): readonly Run[] {
  const sorted = counts.toSorted((a, b) => a - b);
  return sorted
    .map((to, index) => ({ from: sorted[index - 1] ?? 0, to, copies: sorted.length - index }))
    .filter(({ from, to }) => from < to);
}

/** Σ log(base + jθ). */
function logProduct(runs: readonly Run[], base: number, theta: number): number {
  let total = 0;
  for (const { from, to, copies } of runs) {
    let sum = 0;
    for (let j = from; j < to; j += 1) sum += Math.log(base + j * theta);
    total += copies * sum;
  }
  return total;
}

/** Σ 1/d, Σ j/d, Σ 1/d², Σ j/d² and Σ j²/d² with d = base + jθ. */
function sums(runs: readonly Run[], base: number, theta: number) {
  const total = { inverse: 0, j: 0, square: 0, jSquare: 0, jjSquare: 0 };
  for (const { from, to, copies } of runs) {
    let inverse = 0;
    let first = 0;
    let square = 0;
    let jSquare = 0;
    let jjSquare = 0;
    for (let j = from; j < to; j += 1) {
      const term = 1 / (base + j * theta);
      const jTerm = j * term;
      inverse += term;
      first += jTerm;
      square += term * term;
      jSquare += jTerm * term;
      jjSquare += jTerm * jTerm;
    }
    total.inverse += copies * inverse;
    total.j += copies * first;
    total.square += copies * square;
    total.jSquare += copies * jSquare;
    total.jjSquare += copies * jjSquare;
  }
  return total;
}
