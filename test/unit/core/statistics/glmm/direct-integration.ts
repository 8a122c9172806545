import type { Study } from "#core/statistics/study.ts";

/** An integrand is cut off where its logarithm is this far below the peak. */
const DROP = 40;
const INTERVALS = 400;

/**
 * log ∫ Bin(y | n, expit(μ + τz)) φ(z) dz without the binomial coefficient: the peak by ternary
 * search, the ends by bisection, and between them Simpson's rule with an even number of intervals.
 * Shares no code with the engine.
 */
export function directIntegral(
  { events, n }: Study,
  mu: number,
  tau: number,
  intervals = INTERVALS,
): number {
  const log = (z: number) => {
    const theta = mu + tau * z;
    const softplus = Math.max(theta, 0) + Math.log1p(Math.exp(-Math.abs(theta)));
    return events * theta - n * softplus - 0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
  };
  let [low, high] = [-tau * n - 1, tau * n + 1];
  for (let step = 0; step < 90; step += 1) {
    const third = (high - low) / 3;
    if (log(low + third) < log(high - third)) low += third;
    else high -= third;
  }
  const peak = (low + high) / 2;
  const top = log(peak);
  const end = (direction: 1 | -1) => {
    let [near, far] = [0, 12];
    for (let step = 0; step < 40; step += 1) {
      const middle = (near + far) / 2;
      if (log(peak + direction * middle) > top - DROP) near = middle;
      else far = middle;
    }
    return peak + direction * far;
  };
  const [from, to] = [end(-1), end(1)];
  const width = (to - from) / intervals;
  let sum = 0;
  for (let i = 0; i <= intervals; i += 1) {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(log(from + i * width) - top);
  }
  return top + Math.log((sum * width) / 3);
}
