import { betaDistribution } from "./incomplete-beta.ts";
import { increasingRoot } from "./increasing-root.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * x with I_x(a, b) = `probability`, a, b > 0, 0 ≤ probability ≤ 1; relative accuracy about 1e-12.
 *
 * @example betaQuantile(0.975, 1, 12) // 0.26464846939…, Clopper–Pearson upper limit of 0 of 12
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  return 1 / (1 + Math.exp(-betaQuantileLogit(probability, a, b)));
}

/**
 * log(x / (1 − x)) of the same x, 0 < probability < 1. On this scale limits of 1e-8 are as accurate
 * as limits near ½, and 1 − x keeps its digits if x is close to 1.
 */
export function betaQuantileLogit(probability: number, a: number, b: number): number {
  const distribution = betaDistribution(a, b);
  return increasingRoot(
    (at) => {
      const { below, slope } = distribution(1 / (1 + Math.exp(-at)), 1 / (1 + Math.exp(at)));
      return { value: below - probability, slope };
    },
    // The logit of a beta variable is approximately normal, which gives the starting point.
    Math.log(a / b) + normalQuantile(probability) * Math.sqrt(1 / a + 1 / b),
    1e-14,
    [-700, 700],
  );
}
