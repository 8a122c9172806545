import type { RateStudy } from "./rate-study.ts";

/**
 * The likelihood y ~ Bin(n, p), cloglog p = log(years) + θ: a first event at a constant hazard of
 * e^θ a year. With λ = years · e^θ, its logarithm is y log(1 − e^−λ) − (n − y) λ, without the
 * binomial coefficient. It is concave in θ.
 */
export function logLikelihoodAt({ events, n, years }: RateStudy, theta: number): number {
  const lambda = years * Math.exp(theta);
  const logOfOne = lambda > NEARLY_NONE ? Math.log(-Math.expm1(-lambda)) : Math.log(years) + theta;
  return times(events, logOfOne) - times(n - events, lambda);
}

/** Below this hazard 1 − e^−λ is λ. */
const NEARLY_NONE = 1e-9;

/** First derivative of {@link logLikelihoodAt} in θ, which decreases. */
export function scoreAt({ events, n, years }: RateStudy, theta: number): number {
  const lambda = years * Math.exp(theta);
  return times(events, growth(lambda)) - times(n - events, lambda);
}

/** Second derivative of {@link logLikelihoodAt} in θ, with the sign changed. */
export function informationAt({ events, n, years }: RateStudy, theta: number): number {
  const lambda = years * Math.exp(theta);
  const slope = growth(lambda);
  // λ + slope − 1 loses its digits near 0.
  const excess =
    lambda < 1e-3 ? lambda * (0.5 + lambda / 12) : Math.min(lambda, LARGEST) + slope - 1;
  return times(events, slope * excess) + times(n - events, lambda);
}

/** Above this hazard nobody is without an event. */
const LARGEST = 700;

/** d log(1 − e^−λ) / dθ = λ / (e^λ − 1). */
function growth(lambda: number): number {
  if (lambda > LARGEST) return 0;
  return lambda < 1e-12 ? 1 : lambda / Math.expm1(lambda);
}

/** Nobody contributes nothing, even where each would contribute without limit. */
function times(count: number, value: number): number {
  return count === 0 ? 0 : count * value;
}

/** θ at which `events` of `n` patients are expected to have an event; ±∞ for none and for all. */
export function thetaOf({ events, n, years }: RateStudy): number {
  return Math.log(-Math.log1p(-events / n) / years);
}

/**
 * The normal approximation with ½ added to events and to non-events: θ and its sampling variance
 * by the delta method, p / (n (1 − p) λ²).
 */
export function approximation({ events, n, years }: RateStudy): {
  readonly theta: number;
  readonly variance: number;
} {
  const more = { events: events + 0.5, n: n + 1, years };
  const p = more.events / more.n;
  const lambda = -Math.log1p(-p);
  return { theta: thetaOf(more), variance: p / (more.n * (1 - p) * lambda * lambda) };
}
