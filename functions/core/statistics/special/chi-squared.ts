import { findIncreasingRoot } from "./arithmetic.ts";
import { logGamma } from "./gamma.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

/**
 * Returns P(X > x) for a χ² variable with a whole number of degrees of freedom, by the recursion Q(x | ν) =
 * Q(x | ν − 2) + (x/2)^(ν/2 − 1) e^(−x/2) / Γ(ν/2) from Q(x | 1) = 2Φ(−√x) and Q(x | 2) = e^(−x/2) (Abramowitz
 * & Stegun 26.4.4–5). The absolute error is below 1e-12.
 *
 * @param x at least 0
 * @param df whole number, at least 1
 */
export function chiSquaredTail(x: number, df: number): number {
  const odd = df % 2 === 1;
  let tail = odd ? 2 * normalCdf(-Math.sqrt(x)) : Math.exp(-x / 2);
  // The term of ν = 3 is √(2x/π) e^(−x/2), that of ν = 4 is (x/2) e^(−x/2); each following one is
  // x/ν times the one before.
  let term = Math.exp(-x / 2) * (odd ? Math.sqrt((2 * x) / Math.PI) : x / 2);
  for (let nu = odd ? 3 : 4; nu <= df; nu += 2) {
    tail += term;
    term *= x / nu;
  }
  // Rounding can give 1 + 2e-16 at x = 0.
  return Math.min(1, tail);
}

/**
 * Returns P(X ≤ x) of the same variable by its series, h^a e^−h / Γ(a + 1) · Σ hⁿ / ((a + 1) … (a + n)) with a = df/2
 * and h = x/2 (Abramowitz & Stegun 6.5.29). It is accurate even if the tail is close to 1.
 */
function chiSquaredCdf(x: number, df: number): number {
  if (x <= 0) return 0;
  const a = df / 2;
  const half = x / 2;
  // Above the mean the tail is accurate, and the series would converge slowly.
  if (half > a + 1) return 1 - chiSquaredTail(x, df);
  let term = 1;
  let sum = 1;
  for (let n = 1; term > 1e-17 * sum; n += 1) {
    term *= half / (a + n);
    sum += term;
  }
  return Math.min(1, sum * Math.exp(a * Math.log(half) - half - logGamma(a + 1)));
}

/**
 * Returns the x with P(X ≤ x) = `probability`, 0 < probability < 1, for a χ² variable with a whole number of degrees
 * of freedom. The relative accuracy is about 1e-10. It uses Newton's method on log x, starting from the approximation
 * of Wilson & Hilferty (1931).
 *
 * @example chiSquaredQuantile(0.95, 1) // 3.841458820…
 */
export function chiSquaredQuantile(probability: number, df: number): number {
  const ninth = 2 / (9 * df);
  const cube = 1 - ninth + normalQuantile(probability) * Math.sqrt(ninth);
  const constant = (df / 2) * Math.log(2) + logGamma(df / 2);
  const logX = findIncreasingRoot(
    (at) => {
      const x = Math.exp(at);
      return {
        value:
          probability < 0.5
            ? chiSquaredCdf(x, df) - probability
            : 1 - probability - chiSquaredTail(x, df),
        // The slope is the density times x, because dx / d log x = x.
        slope: Math.exp((df / 2) * at - x / 2 - constant),
      };
    },
    Math.log(df) + 3 * Math.log(Math.max(cube, 0.05)),
    1e-13,
    [-700, 700],
  );
  return Math.exp(logX);
}
