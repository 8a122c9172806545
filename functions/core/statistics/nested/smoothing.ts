import { type GaussianKernel, gaussianKernel } from "../bayes/gaussian-kernel.ts";
import { read } from "../read.ts";

/**
 * Functions at the multiples first · step, (first + 1) · step, … of a step. All steps of one model are
 * one unit times a power of 2, so that the lattices of cohorts, clusters and μ are nested.
 */
export interface Lattice {
  readonly step: number;
  readonly first: number;
  /** Number of points. */
  readonly count: number;
}

/** N(0, σ²) on a lattice: its density is `height` times the values. */
export interface Kernel extends GaussianKernel {
  readonly height: number;
}

/** Distance from its centre, in standard deviations, beyond which a kernel is negligible. */
const REACH = 4.7;

/** In steps, the smallest standard deviation whose density can be sampled. */
export const SAMPLED = 0.9;

/** N(0, σ²) where sums over points that are `step` apart, or a multiple of it, stand for integrals. */
export function kernelOf(sigma: number, step: number): Kernel {
  if (sigma < SAMPLED * step) {
    const values = diffusion(-0.5 * (sigma / step) ** 2);
    return { step, values, centre: (values.length - 1) / 2, height: 1 / step };
  }
  return {
    ...gaussianKernel(sigma, step, REACH * sigma),
    height: 1 / (sigma * Math.sqrt(2 * Math.PI)),
  };
}

/** ω² in powers of x = 4 sin²(ω/2), the second difference with its sign changed. */
const SQUARE = [1, 1 / 12, 1 / 90, 1 / 560, 1 / 3150];
/** The weights of neighbours, from 0 to 5, in each power of the second difference. */
const DIFFERENCES = [
  [1],
  [2, -1],
  [6, -4, 1],
  [20, -15, 6, -1],
  [70, -56, 28, -8, 1],
  [252, -210, 120, -45, 10, -1],
];

/**
 * Weights of neighbours, from −5 to 5, whose sum is exp(a ω²) for waves e^(iωk) that are not short: it
 * smooths by a normal distribution with variance −2a, or undoes that by one with 2a.
 */
export function diffusion(a: number): Float64Array {
  if (a === 0) return Float64Array.of(1);
  const order = SQUARE.length;
  const weights = new Float64Array(2 * order + 1);
  const coefficients: number[] = [];
  DIFFERENCES.forEach((difference, n) => {
    // The power series of an exponential: n cₙ = a Σ k qₖ cₙ₋ₖ.
    let coefficient = n === 0 ? 1 : 0;
    for (let k = 1; k <= n; k += 1)
      coefficient += ((a * k) / n) * read(SQUARE, k - 1) * read(coefficients, n - k);
    coefficients.push(coefficient);
    for (let i = 0; i <= n; i += 1)
      weights[order + i] = read(weights, order + i) + coefficient * read(difference, i);
  });
  for (let i = 1; i <= order; i += 1) weights[order - i] = read(weights, order + i);
  return weights;
}

/** How a lattice of f lies beside one of μ, in steps of the kernel. */
function alignment({ step, first }: Pick<Lattice, "step" | "first">, of: Lattice, unit: number) {
  const shift = Math.round(Math.log2(of.step / unit)) | 0;
  const advance = Math.round(step / unit) | 0;
  return {
    /** Of f, as a power of 2, and the same as a number. */
    shift,
    stride: (1 << shift) | 0,
    /** Index of the last point of f. */
    last: (of.count - 1) | 0,
    /** From one μ to the next. */
    advance,
    /** From the first point of f to the first μ. */
    start: (first * advance - (of.first << shift)) | 0,
  };
}

/** Σ f(x) k(x − μ) for every μ of another lattice. The step of the kernel divides both others. */
export function smoothed(
  { step, first, count }: Lattice,
  f: Float64Array,
  of: Lattice,
  { step: unit, centre, values: kernel }: GaussianKernel,
): Float64Array {
  const out = new Float64Array(count);
  const { shift, stride, last, advance, start } = alignment({ step, first }, of, unit);
  let mu = start;
  for (let i = 0; i < count; i = (i + 1) | 0) {
    const low = Math.max(0, (mu - centre + stride - 1) >> shift) | 0;
    const high = Math.min(last, (mu + centre) >> shift) | 0;
    let at = ((low << shift) - mu + centre) | 0;
    // Two sums, because they can be computed in parallel.
    let [even, odd] = [0, 0];
    let j = low;
    for (; j < high; j = (j + 2) | 0) {
      even += (f[j] as number) * (kernel[at] as number);
      odd += (f[(j + 1) | 0] as number) * (kernel[(at + stride) | 0] as number);
      at = (at + stride + stride) | 0;
    }
    if (j === high) even += (f[j] as number) * (kernel[at] as number);
    out[i] = even + odd;
    mu = (mu + advance) | 0;
  }
  return out;
}

/** Sums of means, variances and third central moments, at each point of a lattice. */
interface Moments {
  readonly means: Float64Array;
  readonly variances: Float64Array;
  readonly thirds: Float64Array;
}

/**
 * Adds the moments of c · x, distributed as f(x) k(x − μ), for every point μ of another lattice.
 *
 * @param values f on its lattice; `proportions`: x there
 */
export function addMoments(
  { means, variances, thirds }: Moments,
  { step, first, count }: Lattice,
  of: Lattice & { readonly values: Float64Array; readonly proportions: Float64Array },
  { step: unit, centre, values: kernel }: GaussianKernel,
  c: number,
): void {
  const { values, proportions } = of;
  const { shift, stride, last, advance, start } = alignment({ step, first }, of, unit);
  let mu = start;
  for (let i = 0; i < count; i = (i + 1) | 0) {
    const low = Math.max(0, (mu - centre + stride - 1) >> shift) | 0;
    const high = Math.min(last, (mu + centre) >> shift) | 0;
    let at = ((low << shift) - mu + centre) | 0;
    let [zero, one, two, three] = [0, 0, 0, 0];
    for (let j = low; j <= high; j = (j + 1) | 0) {
      const x = proportions[j] as number;
      const weight = (values[j] as number) * (kernel[at] as number);
      const linear = weight * x;
      const square = linear * x;
      zero += weight;
      one += linear;
      two += square;
      three += square * x;
      at = (at + stride) | 0;
    }
    const mean = one / zero;
    const variance = two / zero - mean * mean;
    means[i] = (means[i] as number) + c * mean;
    variances[i] = (variances[i] as number) + c * c * variance;
    thirds[i] =
      (thirds[i] as number) + c * c * c * (three / zero - mean * (3 * variance + mean * mean));
    mu = (mu + advance) | 0;
  }
}
