/**
 * Tabulates exp(−x² / 2τ²) at x = i · step for |x| up to `reach`; `values[centre]` is x = 0. All
 * studies share the table of one τ, so that their integrals compute no exponentials.
 */
export interface GaussianKernel {
  readonly step: number;
  readonly values: Float64Array;
  readonly centre: number;
}

export function makeGaussianKernel(tau: number, step: number, reach: number): GaussianKernel {
  const centre = Math.ceil(reach / step);
  const values = new Float64Array(2 * centre + 1);
  // Each value follows from the one before by a ratio, exp(rate (2i + 1)), and each ratio from the
  // one before by the factor exp(2 rate).
  const rate = (-0.5 * step * step) / (tau * tau);
  const change = Math.exp(2 * rate);
  let ratio = Math.exp(rate);
  let value = 1;
  for (let i = 0; i <= centre; i += 1) {
    values[centre + i] = value;
    values[centre - i] = value;
    value *= ratio;
    ratio *= change;
  }
  return { step, values, centre };
}
