import { read } from "../read.ts";
import {
  axisIndex,
  axisSpacing,
  axisValue,
  type Density,
  type SinhAxis,
  tabulateDensity,
} from "./density.ts";
import type { Row } from "./joint.ts";
import { findMaximum, interpolate } from "./tabulated.ts";

/** Step of the axis of μ, whose scale is SCALE times the spacing of the narrowest slice. */
const STEP = 0.12;
const SCALE = 3;
/** Slices lower than this share of the highest one are ignored when the axis is chosen. */
const SHARE = 1e-3;
/** Counts the halvings of the spacing before tabulation. Contrasts of unusual data need a fine table. */
export const HALVINGS = 3;

export type MarginalRow = Pick<Row, "step" | "first" | "count" | "logMasses" | "masses">;

/**
 * Returns the marginal posterior of μ. Every slice has its own lattice, as fine as its τ needs. The slices are
 * added up on one axis that is fine in the middle of the narrowest slice and coarser further out.
 */
export function makeMarginalPosterior(rows: readonly MarginalRow[], logTotal: number): Density {
  const axis = chooseMuAxis(rows);
  const lows = rows.map(({ first, step }) => first * step);
  const highs = rows.map(({ first, step, count }) => (first + count - 1) * step);
  const from = Math.ceil(axisIndex(axis, Math.min(...lows)));
  const to = Math.floor(axisIndex(axis, Math.max(...highs)));
  const mus = new Float64Array(to - from + 1);
  for (let i = 0; i < mus.length; i += 1) mus[i] = axisValue(axis, from + i);
  const densities = new Float64Array(mus.length);
  for (const { step, first, count, logMasses } of rows) {
    for (let i = 0; i < mus.length; i += 1) {
      const position = read(mus, i) / step - first;
      if (position < 0 || position > count - 1) continue;
      const logDensity = interpolate(logMasses, position) - logTotal;
      densities[i] = read(densities, i) + Math.exp(logDensity) / step;
    }
  }
  const logs = densities.map((density, i) => Math.log(density * axisSpacing(axis, read(mus, i))));
  return tabulateDensity(axis, from, logs, HALVINGS);
}

/** Returns an axis centred at the mode of the narrowest slice that is not negligible. */
function chooseMuAxis(rows: readonly MarginalRow[]): SinhAxis {
  const heights = rows.map(({ masses }) => findMaximum(masses));
  const floor = SHARE * Math.max(...heights);
  let [centre, narrowest] = [0, Number.POSITIVE_INFINITY];
  rows.forEach(({ first, step, masses }, j) => {
    const height = read(heights, j);
    if (height < floor || step >= narrowest) return;
    narrowest = step;
    centre = (first + masses.indexOf(height)) * step;
  });
  return { centre, scale: SCALE * narrowest, step: STEP };
}
