/**
 * Rounds a number of an answer for programs; screens round in `presentation/words/rates.ts`. It keeps six significant
 * digits, but no more than ten decimals. The models vouch for no more:
 * their quadrature is right to about six. Both are far coarser than the differences between engines:
 * their `Math` differs by about 1e-14, and a difference of two pools that nearly vanishes keeps this
 * error, however small it is itself.
 */
export function roundAnswerNumber(value: number): number {
  // A count keeps all its digits. The sums with 0 make 0 of -0.
  if (Number.isInteger(value) && Math.abs(value) < 1e10) return value + 0;
  // Below 1e-5, ten decimals are coarser.
  return Math.abs(value) < 1e-5 ? Number(value.toFixed(10)) + 0 : roundToSixSignificant(value);
}

function roundToSixSignificant(value: number): number {
  return Number(value.toPrecision(6)) + 0;
}

/**
 * Applies {@link roundAnswerNumber} to every number of a value at any depth. P values keep six significant digits, because
 * they are not differences.
 */
export function roundNumbersDeep<T>(value: T): T;
export function roundNumbersDeep(value: unknown): unknown {
  if (typeof value === "number") return roundAnswerNumber(value);
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
