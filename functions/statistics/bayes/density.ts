import { read } from "../read.ts";
import { increasingRoot } from "../special/increasing-root.ts";
import { halveSpacing } from "./interpolate.ts";
import { maximum } from "./maximum.ts";
import { axisIndex, axisValue, type SinhAxis } from "./sinh-axis.ts";

/** Halvings of the spacing before the distribution function is tabulated. */
const REFINEMENTS = 3;

/**
 * A smooth density of one parameter, tabulated on a sinh axis together with its distribution
 * function. Plain data.
 */
export interface Density {
  readonly axis: SinhAxis;
  /** Axis index of the first entry; entries follow at whole indices. */
  readonly first: number;
  /** Density per unit of the axis index, and its integral up to there (0 … 1). */
  readonly densities: readonly number[];
  readonly cumulative: readonly number[];
}

/**
 * Tabulates exp(`logs`), log densities per unit of the axis index at `first`, `first` + 1, …
 *
 * The logarithm of a posterior is close to a parabola, so interpolating it loses far fewer digits
 * than interpolating the density. Normalised to total 1.
 */
export function tabulateDensity(axis: SinhAxis, first: number, logs: Float64Array): Density {
  let refined = logs;
  for (let i = 0; i < REFINEMENTS; i += 1) refined = halveSpacing(refined);
  const highest = maximum(refined);
  const densities: number[] = [];
  for (const value of refined) densities.push(Math.exp(value - highest));
  const cumulative = integrate(densities);
  const total = read(cumulative, cumulative.length - 1);
  for (let i = 0; i < densities.length; i += 1) {
    densities[i] = read(densities, i) / total;
    cumulative[i] = read(cumulative, i) / total;
  }
  const divisor = 2 ** REFINEMENTS;
  return {
    axis: { ...axis, step: axis.step / divisor },
    first: first * divisor,
    densities,
    cumulative,
  };
}

/** P(X ≤ x) and the density at x, per unit of x. */
export function densityAt(density: Density, x: number): { below: number; density: number } {
  const { axis, first, densities, cumulative } = density;
  const position = axisIndex(axis, x) - first;
  if (!(position > 0)) return { below: 0, density: 0 };
  if (position >= cumulative.length - 1) return { below: 1, density: 0 };
  const cell = Math.floor(position);
  const t = position - cell;
  const perIndex = read(densities, cell) * (1 - t) + read(densities, cell + 1) * t;
  return {
    below: hermite(density, cell, t),
    density: perIndex / Math.hypot(axis.scale, x - axis.centre) / axis.step,
  };
}

/** x with P(X ≤ x) = `probability`, 0 < probability < 1. */
export function densityQuantile(density: Density, probability: number): number {
  const { axis, first, densities, cumulative } = density;
  let low = 0;
  let high = cumulative.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (read(cumulative, middle) <= probability) low = middle;
    else high = middle;
  }
  const slope0 = read(densities, low);
  const slope1 = read(densities, high);
  const t = increasingRoot(
    (at) => ({
      value: hermite(density, low, at) - probability,
      slope: slope0 + at * (slope1 - slope0),
    }),
    0.5,
    1e-13,
    [0, 1],
  );
  return axisValue(axis, first + low + t);
}

/** Cubic with the tabulated values and slopes of the distribution function at both ends. */
function hermite({ densities, cumulative }: Density, cell: number, t: number): number {
  const from = read(cumulative, cell);
  const rise = read(cumulative, cell + 1) - from;
  const slope0 = read(densities, cell);
  const slope1 = read(densities, cell + 1);
  const c2 = 3 * rise - 2 * slope0 - slope1;
  const c3 = slope0 + slope1 - 2 * rise;
  return from + t * (slope0 + t * (c2 + t * c3));
}

/** Running integral by the trapezoidal rule with its end correction (Euler–Maclaurin). */
function integrate(values: readonly number[]): number[] {
  const cumulative = [0];
  let sum = 0;
  let before = 0;
  for (let i = 1; i < values.length; i += 1) {
    const slope = ((values[i + 1] ?? 0) - read(values, i - 1)) / 2;
    sum += (read(values, i - 1) + read(values, i)) / 2 - (slope - before) / 12;
    before = slope;
    cumulative.push(sum);
  }
  return cumulative;
}
