import { type Density, tabulateDensity } from "./density.ts";
import { interpolate } from "./interpolate.ts";
import type { JointPosterior } from "./joint.ts";
import { maximum } from "./maximum.ts";
import { axisIndex, axisSpacing, axisValue, type SinhAxis } from "./sinh-axis.ts";
import type { Slice } from "./slice.ts";

/** Step of the axis of μ; its scale is in spacings of the narrowest slice. */
const STEP = 0.1;
const SCALE = 3.5;

/**
 * Marginal posterior of μ. Every slice has its own lattice, as fine as its τ needs; they are added
 * up on one axis that is fine in the middle of the narrowest slice and coarser outwards.
 */
export function marginalOfMu({ slices }: JointPosterior): Density {
  const axis = muAxis(slices);
  const lows = slices.map(({ first, step }) => first * step);
  const highs = slices.map(({ first, step, count }) => (first + count - 1) * step);
  const from = Math.ceil(axisIndex(axis, Math.min(...lows)));
  const to = Math.floor(axisIndex(axis, Math.max(...highs)));
  const highest = Math.max(
    ...slices.map(({ logMasses, step }) => maximum(logMasses) - Math.log(step)),
  );
  const logs = Float64Array.from({ length: to - from + 1 }, (_, i) => {
    const mu = axisValue(axis, from + i);
    let sum = 0;
    for (const slice of slices) {
      const position = mu / slice.step - slice.first;
      if (position < 0 || position > slice.count - 1) continue;
      sum += Math.exp(interpolate(slice.logMasses, position) - highest) / slice.step;
    }
    return Math.log(sum * axisSpacing(axis, from + i));
  });
  return tabulateDensity(axis, from, logs);
}

function muAxis(slices: readonly Slice[]): SinhAxis {
  let narrowest = slices[0];
  for (const slice of slices) {
    if (narrowest === undefined || slice.step < narrowest.step) narrowest = slice;
  }
  if (narrowest === undefined) return { centre: 0, scale: 1, step: STEP };
  const mode = narrowest.logMasses.indexOf(maximum(narrowest.logMasses));
  return {
    centre: (narrowest.first + mode) * narrowest.step,
    scale: SCALE * narrowest.step,
    step: STEP,
  };
}
