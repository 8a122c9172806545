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
  const rate = (-0.5 * step * step) / (tau * tau);
  for (let i = 0; i <= centre; i += 1) {
    const value = Math.exp(rate * i * i);
    values[centre + i] = value;
    values[centre - i] = value;
  }
  return { step, values, centre };
}
