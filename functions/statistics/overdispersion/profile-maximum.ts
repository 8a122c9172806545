import { increasingRoot } from "../special/increasing-root.ts";
import type { Study } from "../study.ts";
import { type Griffiths, griffiths } from "./griffiths.ts";

export interface Maximum {
  readonly logit: number;
  readonly theta: number;
  /** Without the binomial coefficients. */
  readonly logLik: number;
}

/** Ratio of neighbouring θ between which a maximum is looked for. */
const RATIO = 4;

/**
 * The maximum of {@link griffiths} over π and θ ≥ 0. For a given θ the likelihood is log-concave in
 * π, which leaves one dimension, the profile of θ. It can have more than one maximum: its slope is
 * taken on a grid, and each change from rising to falling is followed to its root.
 *
 * @param studies at least one with events and non-events, and one of more than one patient
 */
export function profileMaximum(studies: readonly Study[]): Maximum {
  const likelihood = griffiths(studies);
  const sum = (value: (study: Study) => number) =>
    studies.reduce((total, study) => total + value(study), 0);
  const x = sum(({ events }) => events);
  const n = sum((study) => study.n);
  const mixed = sum(({ events, n }) => (events > 0 && events < n ? 1 : 0));
  const largest = studies.reduce((most, { n }) => Math.max(most, n), 0);

  // Up to here jθ is small against π and 1 − π: the profile is all but a parabola.
  const lowest = (0.1 * Math.min(x, n - x)) / n / largest;
  // From here on the profile falls: its slope is at most −mixed / θ + studies (Σ 1/j) / θ².
  const highest = (studies.length * (1 + Math.log(largest))) / mixed;
  // A slope that is 0 but for rounding: the terms of its sum over cohorts are of size n (n − 1).
  const flat = 1e-12 * sum(({ n }) => n * (n - 1));

  // π is between 1 / (N + 1) and N / (N + 1): beyond, one term of its score outweighs the others.
  const reach = Math.log(n);
  const profile = (theta: number, start: number) => profileAt(likelihood, theta, start, reach);
  const maximum = (theta: number, logit: number): Maximum => ({
    theta,
    logit,
    logLik: likelihood.logLik(logit, theta),
  });

  let left = profile(0, Math.log(x / (n - x)));
  let rising = left.slope > flat;
  const maxima = rising ? [] : [maximum(0, left.logit)];
  for (let theta = lowest; ; theta = Math.min(highest, RATIO * theta)) {
    const right = profile(theta, left.logit);
    if (rising && right.slope <= 0) {
      let logit = left.logit;
      const root = increasingRoot(
        (at) => {
          const { slope, curvature, ...best } = profile(at, logit);
          logit = best.logit;
          return { value: -slope, slope: -curvature };
        },
        (left.theta + theta) / 2,
        1e-11 * theta,
        [left.theta, theta],
      );
      // The last Newton step may end just outside the bracket.
      const inside = Math.max(left.theta, root);
      maxima.push(maximum(inside, profile(inside, logit).logit));
    }
    if (theta === highest) break;
    left = right;
    rising = right.slope > 0;
  }
  return maxima.reduce((best, one) => (one.logLik > best.logLik ? one : best));
}

interface ProfilePoint {
  readonly theta: number;
  /** The logit π at which the likelihood is largest. */
  readonly logit: number;
  /** First and second derivative of the profile log-likelihood by θ. */
  readonly slope: number;
  readonly curvature: number;
}

function profileAt(
  likelihood: Griffiths,
  theta: number,
  start: number,
  reach: number,
): ProfilePoint {
  const logit = increasingRoot(
    (at) => {
      const { eta, etaEta } = likelihood.derivatives(at, theta);
      return { value: -eta, slope: -etaEta };
    },
    start,
    1e-12,
    [-reach, reach],
  );
  const at = likelihood.derivatives(logit, theta);
  return {
    theta,
    logit,
    slope: at.theta,
    curvature: at.thetaTheta - (at.etaTheta * at.etaTheta) / at.etaEta,
  };
}
