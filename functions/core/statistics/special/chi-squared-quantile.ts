import { chiSquaredCdf, chiSquaredTail } from "./chi-squared-tail.ts";
import { increasingRoot } from "./increasing-root.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * x with P(X ≤ x) = `probability`, 0 < probability < 1, for a χ² variable with a whole number of
 * degrees of freedom. Relative accuracy about 1e-10. Newton's method on log x, starting from the
 * approximation of Wilson & Hilferty (1931).
 *
 * @example chiSquaredQuantile(0.95, 1) // 3.841458820…
 */
export function chiSquaredQuantile(probability: number, df: number): number {
  const ninth = 2 / (9 * df);
  const cube = 1 - ninth + normalQuantile(probability) * Math.sqrt(ninth);
  const constant = (df / 2) * Math.log(2) + logGamma(df / 2);
  const logX = increasingRoot(
    (at) => {
      const x = Math.exp(at);
      return {
        value:
          probability < 0.5
            ? chiSquaredCdf(x, df) - probability
            : 1 - probability - chiSquaredTail(x, df),
        // The density times x, because dx / d log x = x.
        slope: Math.exp((df / 2) * at - x / 2 - constant),
      };
    },
    Math.log(df) + 3 * Math.log(Math.max(cube, 0.05)),
    1e-13,
    [-700, 700],
  );
  return Math.exp(logX);
}
