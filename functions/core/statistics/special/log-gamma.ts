import { polynomial } from "./polynomial.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

// B(2j) / (2j (2j - 1)), j = 1 … 9: at x = 10 the first term left out is below 1e-18.
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];

/**
 * Δ(x) = log Γ(x) − [(x − ½) log x − x + ½ log 2π], the correction to Stirling's formula, x ≥ 10
 * (Abramowitz & Stegun 1964, 6.1.40).
 */
export function stirlingCorrection(x: number): number {
  return polynomial(STIRLING, 1 / (x * x)) / x;
}

/**
 * log Γ(x) for x > 0: Stirling's series from 10 on, below it the recurrence Γ(x + 1) = x Γ(x).
 *
 * @example logGamma(5) // log 24 = 3.1780538303479458
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI;
  return stirling + stirlingCorrection(shifted) - Math.log(product);
}
