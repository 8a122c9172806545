import { evaluatePolynomial } from "./arithmetic.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

// Holds B(2j) / (2j (2j − 1)), j = 1 … 9, with the Bernoulli numbers B: at x = 10 the first term left out is below
// 1e-18.
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
 * Returns Δ(x) = log Γ(x) − [(x − ½) log x − x + ½ log 2π], the correction to Stirling's formula, x ≥ 10
 * (Abramowitz & Stegun 1964, 6.1.40).
 */
function stirlingCorrection(x: number): number {
  return evaluatePolynomial(STIRLING, 1 / (x * x)) / x;
}

/**
 * Returns log Γ(x) for x > 0: Stirling's series from 10 on, below it the recurrence Γ(x + 1) = x Γ(x).
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

/**
 * Returns log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), for a, b > 0.
 *
 * For arguments of a million the three log Γ are of size 1e7 and nearly cancel. So from 10 on the
 * large parts are cancelled in the formula, and only Stirling corrections are subtracted (BETALN,
 * ALGDIV and BCORR of TOMS 708: Didonato & Morris 1992, ACM TOMS 18:360–373).
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);

  const ratio = small / large;
  if (small < 10) {
    const corrections = stirlingCorrection(large) - stirlingCorrection(small + large);
    const growth = (small + large - 0.5) * Math.log1p(ratio) + small * (Math.log(large) - 1);
    return logGamma(small) + corrections - growth;
  }
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    betaCorrection(small, large) +
    (small - 0.5) * Math.log(ratio / (1 + ratio)) -
    large * Math.log1p(ratio)
  );
}

/** Returns Δ(a) + Δ(b) − Δ(a + b) for a, b ≥ 10 (BCORR of TOMS 708). */
export function betaCorrection(a: number, b: number): number {
  return stirlingCorrection(a) + stirlingCorrection(b) - stirlingCorrection(a + b);
}

/** Returns the log of the binomial coefficient n over `events`. */
export function logChoose(n: number, events: number): number {
  return -Math.log(n + 1) - logBeta(events + 1, n - events + 1);
}
