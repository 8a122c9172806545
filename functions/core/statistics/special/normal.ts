import { evaluatePolynomial } from "./arithmetic.ts";

const ROOT_TWO_PI = 2.5066282746310002;

/**
 * Returns Φ(x), absolute error below 1e-14, relative error of the lower tail below 1e-8. It uses algorithm 5666
 * of Hart et al. (1968), "Computer Approximations", with the constants of West (2005); beyond |x| = 7.07 the
 * continued fraction of Mills' ratio (Abramowitz & Stegun 26.2.14).
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

/** Returns P(|Z| > |z|), the p value of a two-sided normal test. */
export function normalTwoSidedTail(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

// Lists the coefficients in ascending order of power, as in the paper.
const CENTRAL_NUMERATOR = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRAL_DENOMINATOR = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const MIDDLE_NUMERATOR = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const MIDDLE_DENOMINATOR = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_NUMERATOR = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_DENOMINATOR = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * Returns z with Φ(z) = `probability`, for 0 < probability < 1; relative accuracy about 1e-16. It uses
 * algorithm AS 241, PPND16 (Wichura 1988, Applied Statistics 37:477–484).
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 * @throws RangeError when the probability is not inside (0, 1).
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must be inside (0, 1), got ${probability}`);
  }
  const fromCentre = probability - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    const r = 0.180625 - fromCentre * fromCentre;
    return (
      (fromCentre * evaluatePolynomial(CENTRAL_NUMERATOR, r)) /
      evaluatePolynomial(CENTRAL_DENOMINATOR, r)
    );
  }
  const tail = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const z =
    tail <= 5
      ? evaluatePolynomial(MIDDLE_NUMERATOR, tail - 1.6) /
        evaluatePolynomial(MIDDLE_DENOMINATOR, tail - 1.6)
      : evaluatePolynomial(FAR_NUMERATOR, tail - 5) / evaluatePolynomial(FAR_DENOMINATOR, tail - 5);
  return fromCentre < 0 ? -z : z;
}
