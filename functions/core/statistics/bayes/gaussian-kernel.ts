/**
 * exp(−x² / 2τ²) at x = i · step for |x| up to `reach`; `values[centre]` is x = 0. Shared by all
 * studies at one τ, so that their integrals need no exponential of their own.
 */
export interface GaussianKernel {
  readonly step: number;
  readonly values: Float64Array;
  readonly centre: number;
}

export function gaussianKernel(tau: number, step: number, reach: number): GaussianKernel {
  const centre = Math.ceil(reach / step);
  const values = new Float64Array(2 * centre + 1);
  // Neighbours have the ratio exp(rate (2i + 1)), and neighbouring ratios that of exp(2 rate).
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
