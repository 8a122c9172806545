import { informationAt, logLikelihoodAt, scoreAt, thetaOf } from "./hazard-likelihood.ts";
import type { RateStudy } from "./rate-study.ts";

/**
 * The θ at which p(y | θ) N(θ; μ, 1/precision) is largest, accurate to a tenth of the standard
 * deviation of the integrand. It is the root of score − (θ − μ) precision, which decreases strictly
 * in θ. Found by Newton's method inside a bracket.
 */
export function smoothingModeOf(study: RateStudy, precision: number, mu: number): number {
  const { events, n, years } = study;
  const own = thetaOf(study);
  // The mode is between μ and the study's own θ. That is infinite without events and without
  // non-events. Bounds then follow from n λ ≤ precision, and from n λ / (e^λ − 1) ≤ precision.
  let low = events === 0 ? Math.min(mu - 1, Math.log(precision / (n * years))) : Math.min(mu, own);
  let high =
    events === n
      ? Math.max(mu + 1, Math.log((2 * Math.log(2 + n / precision)) / years))
      : Math.max(mu, own);
  let theta = mu;
  for (let iteration = 0; iteration < 100; iteration += 1) {
    const slope = scoreAt(study, theta) - (theta - mu) * precision;
    const curvature = informationAt(study, theta) + precision;
    if (slope > 0) low = theta;
    else high = theta;
    let next = theta + slope / curvature;
    if (!(next >= low && next <= high)) next = (low + high) / 2;
    const settled = (next - theta) * (next - theta) * curvature < 1e-2;
    theta = next;
    if (settled) break;
  }
  return theta;
}

/** An integrand is left out where its logarithm is this far below the mode. */
const DROP = 15;

/**
 * Distance from the mode, on either side, beyond which the log integrand has dropped by more than
 * DROP. It is concave, so a point that far down is enough.
 */
export function smoothingReachOf(study: RateStudy, precision: number, mode: number): number {
  const top = logLikelihoodAt(study, mode);
  const slope = scoreAt(study, mode);
  const drop = (x: number) =>
    top + slope * x - logLikelihoodAt(study, mode + x) + 0.5 * precision * x * x;
  let distance = Math.sqrt((2 * DROP) / (precision + informationAt(study, mode)));
  // The prior alone drops as far at the latest.
  const farthest = Math.sqrt((2 * DROP) / precision);
  while (distance < farthest && !(Math.min(drop(distance), drop(-distance)) >= DROP)) {
    distance *= 1.1;
  }
  return Math.min(distance, farthest);
}
