import {
  findIncreasingRoot,
  makeZeros,
  readElement,
  type ValueAndSlope,
} from "../special/arithmetic.ts";
import { exponentiateShifted, findMaximum, halveSpacing } from "./tabulated.ts";

/** Tabulates a smooth density and its distribution function on a sinh axis, as plain data. */
export interface Density {
  readonly axis: SinhAxis;
  /** Holds the axis index of the first entry. The others follow at consecutive whole indices. */
  readonly first: number;
  /** `densities` are per unit of the axis index; `cumulative` is their integral up to each index, 0 to 1. */
  readonly densities: Float64Array;
  readonly cumulative: Float64Array;
}

/**
 * Tabulates the density exp(`logs`), normalised to total 1.
 *
 * The logarithm of a posterior is close to a parabola, so interpolating it loses far fewer digits
 * than interpolating the density itself.
 *
 * @param first axis index of the first entry of `logs`; the others follow at whole indices
 * @param logs log densities per unit of the axis index
 * @param halvings how many times the spacing is halved by interpolation
 */
export function tabulateDensity(
  axis: SinhAxis,
  first: number,
  logs: Float64Array,
  halvings: number,
): Density {
  let refined = logs;
  for (let i = 0; i < halvings; i += 1) refined = halveSpacing(refined);
  const highest = findMaximum(refined);
  const densities = exponentiateShifted(refined, highest);
  const cumulative = integrateCumulatively(densities);
  const total = readElement(cumulative, cumulative.length - 1);
  for (let i = 0; i < densities.length; i += 1) {
    densities[i] = readElement(densities, i) / total;
    cumulative[i] = readElement(cumulative, i) / total;
  }
  const divisor = 2 ** halvings;
  return {
    axis: { ...axis, step: axis.step / divisor },
    first: first * divisor,
    densities,
    cumulative,
  };
}

/**
 * Returns Σ weight · P(X ≤ x) and Σ slopeWeight · density at x, per unit of x. It is one loop, because
 * making an object for each x would take as long as computing its numbers.
 */
export function sumWeightedCdfAndDensity(
  density: Density,
  xs: Float64Array,
  weights: Float64Array,
  slopeWeights: Float64Array,
): ValueAndSlope {
  const { axis, first, densities, cumulative } = density;
  let value = 0;
  let slope = 0;
  for (let i = 0; i < xs.length; i += 1) {
    const x = readElement(xs, i);
    const position = axisIndex(axis, x) - first;
    if (!(position > 0)) continue;
    if (position >= cumulative.length - 1) {
      value += readElement(weights, i);
      continue;
    }
    const cell = Math.floor(position);
    const t = position - cell;
    const perIndex = readElement(densities, cell) * (1 - t) + readElement(densities, cell + 1) * t;
    value += readElement(weights, i) * interpolateCumulative(density, cell, t);
    slope += (readElement(slopeWeights, i) * perIndex) / axisSpacing(axis, x);
  }
  return { value, slope };
}

/** Returns the density in memory of its own, so that it can be kept; see {@link makeZeros}. */
export function copyDensity(density: Density): Density {
  const { densities, cumulative } = density;
  return { ...density, densities: densities.slice(), cumulative: cumulative.slice() };
}

/** Returns x with P(X ≤ x) = `probability`, 0 < probability < 1. */
export function densityQuantile(density: Density, probability: number): number {
  const { axis, first, densities, cumulative } = density;
  let low = 0;
  let high = cumulative.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (readElement(cumulative, middle) <= probability) low = middle;
    else high = middle;
  }
  const slope0 = readElement(densities, low);
  const slope1 = readElement(densities, high);
  const t = findIncreasingRoot(
    (at) => ({
      value: interpolateCumulative(density, low, at) - probability,
      slope: slope0 + at * (slope1 - slope0),
    }),
    0.5,
    1e-13,
    [0, 1],
  );
  return axisValue(axis, first + low + t);
}

/**
 * Interpolates the distribution function within a cell by a cubic with the values and slopes of the distribution
 * function at the cell's ends.
 */
function interpolateCumulative(
  { densities, cumulative }: Density,
  cell: number,
  t: number,
): number {
  const from = readElement(cumulative, cell);
  const rise = readElement(cumulative, cell + 1) - from;
  const slope0 = readElement(densities, cell);
  const slope1 = readElement(densities, cell + 1);
  const c2 = 3 * rise - 2 * slope0 - slope1;
  const c3 = slope0 + slope1 - 2 * rise;
  return from + t * (slope0 + t * (c2 + t * c3));
}

/** Returns the running integral by polynomials of degree 5 through six points; outside, values count as 0. */
function integrateCumulatively(values: Float64Array): Float64Array {
  const padded = makeZeros(values.length + 6);
  padded.set(values, 3);
  const cumulative = makeZeros(values.length);
  let sum = 0;
  for (let i = 1; i < values.length; i += 1) {
    const pair0 = readElement(padded, i + 2) + readElement(padded, i + 3);
    const pair1 = readElement(padded, i + 1) + readElement(padded, i + 4);
    const pair2 = readElement(padded, i) + readElement(padded, i + 5);
    sum += (802 * pair0 - 93 * pair1 + 11 * pair2) / 1440;
    cumulative[i] = sum;
  }
  return cumulative;
}

/**
 * Describes a lattice on the real line, x = centre + scale · sinh(i · step): evenly spaced near the centre,
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

/** Returns dx / di at x, which is the local spacing of the points. */
export function axisSpacing({ centre, scale, step }: SinhAxis, x: number): number {
  return step * Math.sqrt(scale * scale + (x - centre) * (x - centre));
}

/** Returns the index of x on the axis, which need not be a whole number. */
export function axisIndex({ centre, scale, step }: SinhAxis, x: number): number {
  return Math.asinh((x - centre) / scale) / step;
}
