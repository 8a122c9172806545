const ROOT_TWO_PI = 2.5066282746310002;

/**
 * Φ(x), absolute error below 1e-14, relative error of the lower tail below 1e-8. Algorithm 5666 of
 * Hart et al. (1968), "Computer Approximations", with the constants of West (2005); beyond |x| =
 * 7.07 the continued fraction of Mills' ratio (Abramowitz & Stegun 26.2.14).
 *
 * @param height exp(−x²/2), if the caller has it already
 */
export function normalCdf(x: number, height = Math.exp(-0.5 * x * x)): number {
  const size = Math.abs(x);
  if (size > 7.07) {
    const ratio = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 5 / (size + 0.65)))));
    return x > 0 ? 1 : height / (ratio * ROOT_TWO_PI);
  }
  // Horner's rule is written out, because this is the innermost loop of predictive intervals.
  const numerator =
    (((((0.0352624965998911 * size + 0.700383064443688) * size + 6.37396220353165) * size +
      33.912866078383) *
      size +
      112.079291497871) *
      size +
      221.213596169931) *
      size +
    220.206867912376;
  const denominator =
    ((((((0.0883883476483184 * size + 1.75566716318264) * size + 16.064177579207) * size +
      86.7807322029461) *
      size +
      296.564248779674) *
      size +
      637.333633378831) *
      size +
      793.826512519948) *
      size +
    440.413735824752;
  const tail = (height * numerator) / denominator;
  return x > 0 ? 1 - tail : tail;
}

/** P(|Z| > |z|), the p value of a two-sided normal test. */
export function normalTwoSidedTail(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}
