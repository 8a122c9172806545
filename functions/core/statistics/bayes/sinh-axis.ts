/**
 * A lattice on the real line, x = centre + scale · sinh(i · step): evenly spaced near the centre,
 * geometrically far out. A posterior with narrow and wide parts needs few points on it.
 */
export interface SinhAxis {
  readonly centre: number;
  readonly scale: number;
  readonly step: number;
}

export function axisValue({ centre, scale, step }: SinhAxis, index: number): number {
  return centre + scale * Math.sinh(index * step);
}

/** dx / di at x, i.e. the local spacing. */
export function axisSpacing({ centre, scale, step }: SinhAxis, x: number): number {
  return step * Math.sqrt(scale * scale + (x - centre) * (x - centre));
}

/** The (fractional) index of x. */
export function axisIndex({ centre, scale, step }: SinhAxis, x: number): number {
  return Math.asinh((x - centre) / scale) / step;
}
