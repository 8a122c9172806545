/**
 * Rounds a number of an answer for programs to six significant digits and at most ten decimals; screens round in
 * `presentation/words/rates.ts`. The quadrature of the models is accurate to about six digits. Both limits are far
 * coarser than the differences between JavaScript engines: their `Math` differs by about 1e-14, and a difference of
 * two pools keeps this error even if it is nearly 0.
 */
export function roundToAnswerPrecision(value: number): number {
  // A count keeps all its digits. Adding 0 turns -0 into 0.
  if (Number.isInteger(value) && Math.abs(value) < 1e10) return value + 0;
  // Below 1e-5, ten decimals are coarser than six significant digits.
  return Math.abs(value) < 1e-5 ? Number(value.toFixed(10)) + 0 : roundToSixSignificant(value);
}

function roundToSixSignificant(value: number): number {
  return Number(value.toPrecision(6)) + 0;
}

/**
 * Applies {@link roundToAnswerPrecision} to every number of a value at any depth. P values keep six significant digits, because
 * they are not differences.
 */
export function roundNumbersDeep<T>(value: T): T;
export function roundNumbersDeep(value: unknown): unknown {
  if (typeof value === "number") return roundToAnswerPrecision(value);
  if (Array.isArray(value)) return value.map((item) => roundNumbersDeep(item));
  if (value !== null && typeof value === "object") {
    // `for … in` makes no list of pairs, and every value of every answer passes through here.
    const rounded: Record<string, unknown> = {};
    const named = value as Record<string, unknown>;
    for (const key in named) {
      const item = named[key];
      rounded[key] =
        key === "pValue" && typeof item === "number"
          ? roundToSixSignificant(item)
          : roundNumbersDeep(item);
    }
    return rounded;
  }
  return value;
}
