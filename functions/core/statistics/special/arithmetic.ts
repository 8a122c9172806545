/** Finds roots, evaluates polynomials, and makes and reads lists of numbers: arithmetic that the models share. */

export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

const MAX_STEPS = 200;

/**
 * Returns the root of an increasing function by Newton's method inside a bracket that shrinks with every step. It
 * bisects if a Newton step would leave the bracket, or is more than half of the step before the last one: such steps may
 * go to and fro for ever (Press et al. 2007, `rtsafe`). The bracket may be infinite. The search stops when a step is at
 * most `tolerance`, or within the rounding of x.
 */
export function findIncreasingRoot(
  at: (x: number) => ValueAndSlope,
  start: number,
  tolerance: number,
  bracket: readonly [low: number, high: number] = [-Infinity, Infinity],
): number {
  let [low, high] = bracket;
  let x = Math.min(high, Math.max(low, start));
  let lastStep = Infinity;
  let stepBefore = Infinity;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { value, slope } = at(x);
    if (value > 0) high = x;
    else low = x;
    const newton = x - value / slope;
    if (Math.abs(newton - x) <= Math.max(tolerance, 4 * Number.EPSILON * Math.abs(x)))
      return newton;
    const isShrinking = 2 * Math.abs(newton - x) <= stepBefore || high - low === Infinity;
    const isUsable = newton > low && newton < high && isShrinking;
    const next = isUsable ? newton : choosePointInBracket(low, high);
    stepBefore = lastStep;
    lastStep = Math.abs(next - x);
    x = next;
    if (high - low <= tolerance) return x;
  }
  return x;
}

function choosePointInBracket(low: number, high: number): number {
  if (low === -Infinity) return high - 1;
  if (high === Infinity) return low + 1;
  return (low + high) / 2;
}

/** Returns Σ coefficients[i] · xⁱ by Horner's rule. */
export function evaluatePolynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/** Returns the sum of the numbers. It is a loop, because `reduce` of a typed array takes many times as long. */
export function sumNumbers(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += readElement(values, i);
  return sum;
}

/**
 * Returns the element at an index that is known to be valid. It replaces a check that would slow down innermost
 * loops.
 */
export function readElement(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}

// Gives lists for intermediate results. A typed array of more than eight numbers takes a microsecond, because V8 asks
// for its memory by itself, and a pool needs hundreds of them. So these are parts of a few large blocks.

/** A block has this many numbers. It is freed when no part of it is in use. */
const BLOCK = 4096;

let latestBlock = new Float64Array(0);
let usedOfBlock = 0;

/**
 * Returns `count` zeros that nothing else uses. Whoever keeps the array keeps its block: what outlives a computation is
 * copied by `slice`.
 */
export function makeZeros(count: number): Float64Array {
  if (count > BLOCK / 4) return new Float64Array(count);
  if (usedOfBlock + count > latestBlock.length) {
    latestBlock = new Float64Array(BLOCK);
    usedOfBlock = 0;
  }
  const zeros = latestBlock.subarray(usedOfBlock, usedOfBlock + count);
  usedOfBlock += count;
  return zeros;
}
