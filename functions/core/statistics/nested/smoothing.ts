import type { GaussianKernel } from "../bayes/gaussian-kernel.ts";

/**
 * Functions at the multiples first · step, (first + 1) · step, … of a step that is a power of 2, so
 * that the lattices of cohorts, clusters and μ are nested.
 */
export interface Lattice {
  readonly step: number;
  readonly first: number;
  /** Number of points. */
  readonly count: number;
}

/** Distance from its centre, in standard deviations, beyond which a kernel is negligible. */
export const REACH = 5.2;

/**
 * Σ f(x) exp(−(x − μ)² / 2σ²) over the lattice of f, for every point μ of another lattice. The step
 * of the kernel divides both others.
 */
export function smoothed(
  { step, first, count }: Lattice,
  f: Float64Array,
  of: Lattice,
  { step: unit, centre, values: gauss }: GaussianKernel,
): Float64Array {
  const out = new Float64Array(count);
  const shift = Math.round(Math.log2(of.step / unit)) | 0;
  const stride = (1 << shift) | 0;
  const last = (of.count - 1) | 0;
  const advance = Math.round(step / unit) | 0;
  // Distance of μ from the first point of f, in units of the kernel.
  let mu = (first * advance - (of.first << shift)) | 0;
  for (let i = 0; i < count; i = (i + 1) | 0) {
    const low = Math.max(0, (mu - centre + stride - 1) >> shift) | 0;
    const high = Math.min(last, (mu + centre) >> shift) | 0;
    let at = ((low << shift) - mu + centre) | 0;
    // Two sums, because they can be computed in parallel.
    let [even, odd] = [0, 0];
    let j = low;
    for (; j < high; j = (j + 2) | 0) {
      even += (f[j] as number) * (gauss[at] as number);
      odd += (f[(j + 1) | 0] as number) * (gauss[(at + stride) | 0] as number);
      at = (at + stride + stride) | 0;
    }
    if (j === high) even += (f[j] as number) * (gauss[at] as number);
    out[i] = even + odd;
    mu = (mu + advance) | 0;
  }
  return out;
}
