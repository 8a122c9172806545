import { findIncreasingRoot } from "./arithmetic.ts";
import { betaCorrection, logBeta } from "./gamma.ts";
import { normalQuantile } from "./normal.ts";

const SMALLEST = 1e-300;
const MAX_TERMS = 100_000;

/**
 * Returns the regularised incomplete beta function I_x(a, b), a, b > 0, 0 ≤ x ≤ 1.
 *
 * @param complement 1 − x; pass it if x is so close to 1 that the subtraction would lose digits
 * @example incompleteBeta(2, 3, 0.4) // 0.5248
 */
export function incompleteBeta(a: number, b: number, x: number, complement = 1 - x): number {
  return makeBetaCdfWithSlope(a, b)(x, complement).below;
}

/**
 * Returns I_x(a, b) and its derivative by logit x, which is xᵃ (1 − x)ᵇ / B(a, b), as a function of x and 1 − x. What
 * depends on a and b only is computed once.
 *
 * The continued fraction DLMF 8.17.22 is evaluated by Lentz's method (Thompson & Barnett 1986) on the side of the
 * mean where it converges fast. Its factor is computed without cancellation as in TOMS 708. The relative accuracy is
 * about 1e-12 up to a + b = 1e6.
 */
function makeBetaCdfWithSlope(a: number, b: number) {
  const logPower = makeLogBetaPower(a, b);
  return (x: number, complement: number): { below: number; slope: number } => {
    if (x <= 0) return { below: 0, slope: 0 };
    if (complement <= 0) return { below: 1, slope: 0 };
    const slope = Math.exp(logPower(x, complement));
    const below =
      x < (a + 1) / (a + b + 2)
        ? (slope * evaluateContinuedFraction(a, b, x)) / a
        : 1 - (slope * evaluateContinuedFraction(b, a, complement)) / b;
    return { below, slope };
  };
}

/** Returns a function for the log of xᵃ (1 − x)ᵇ / B(a, b) (BRCOMP of TOMS 708). */
function makeLogBetaPower(a: number, b: number): (x: number, complement: number) => number {
  if (Math.min(a, b) < 10) {
    const constant = logBeta(a, b);
    return (x, complement) => {
      // Near 1 a logarithm is accurate only as log1p of the small complement.
      const logX = x > 0.5 ? Math.log1p(-complement) : Math.log(x);
      const logComplement = x < 0.5 ? Math.log1p(-x) : Math.log(complement);
      return a * logX + b * logComplement - constant;
    };
  }
  const height = 0.5 * Math.log((a / (a + b)) * (b / (2 * Math.PI)));
  const correction = betaCorrection(a, b);
  return (x, complement) => {
    const distance = a * complement - b * x;
    const deviance =
      a * computeExcessOverLog1p(-distance / a) + b * computeExcessOverLog1p(distance / b);
    return height - deviance - correction;
  };
}

/** Returns e − log(1 + e), by its series near 0, where the subtraction would cancel (RLOG1 of TOMS 708). */
function computeExcessOverLog1p(e: number): number {
  if (Math.abs(e) > 0.01) return e - Math.log1p(e);
  return (
    e * e * (1 / 2 - e * (1 / 3 - e * (1 / 4 - e * (1 / 5 - e * (1 / 6 - e * (1 / 7 - e / 8))))))
  );
}

function evaluateContinuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / keepAwayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / keepAwayFromZero(1 + even * d);
    c = keepAwayFromZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / keepAwayFromZero(1 + odd * d);
    c = keepAwayFromZero(1 + odd / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

function keepAwayFromZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}

/**
 * Returns the x with I_x(a, b) = `probability`, a, b > 0, 0 ≤ probability ≤ 1; relative accuracy about 1e-12.
 *
 * @example betaQuantile(0.975, 1, 12) // 0.26464846939…, Clopper–Pearson upper limit of 0 of 12
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  return 1 / (1 + Math.exp(-betaQuantileLogit(probability, a, b)));
}

/**
 * Returns log(x / (1 − x)) of the same x, 0 < probability < 1. On this scale limits of 1e-8 are as accurate
 * as limits near ½, and 1 − x keeps its digits if x is close to 1.
 */
export function betaQuantileLogit(probability: number, a: number, b: number): number {
  const distribution = makeBetaCdfWithSlope(a, b);
  return findIncreasingRoot(
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
