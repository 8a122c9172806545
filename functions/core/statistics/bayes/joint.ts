import { read } from "../read.ts";
import type { SinhAxis } from "./density.ts";
import { approximateTauSlice, placeTauRows } from "./placement.ts";
import type { Prior } from "./prior.ts";
import { evaluateSlice, type Range, type Slice, type SliceModel } from "./slice.ts";
import type { StudyLikelihood } from "./study-likelihood.ts";
import { exponentiateShifted, findMaximum } from "./tabulated.ts";

export interface JointPosterior {
  readonly tauAxis: SinhAxis;
  /** Holds the rows in ascending order of τ, without gaps. */
  readonly rows: readonly Row[];
  /** Holds the log of the integral of prior × likelihood. */
  readonly logTotal: number;
}

/** A slice with the share of the posterior in each of its cells. */
export interface Row extends Slice {
  readonly masses: Float64Array;
}

/**
 * Evaluates prior × likelihood wherever it is not negligible, row by row outwards from the
 * approximate mode of τ. The double sum over the cells is the quadrature: the trapezoidal rule in
 * both directions, which converges exponentially for analytic integrands that vanish at both ends.
 * `null` if prior and likelihood are so far apart that their product underflows.
 */
export function evaluateJointPosterior(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
): JointPosterior | null {
  const { axis, start } = placeTauRows(likelihoods, prior);
  const model: SliceModel = { likelihoods, prior, tauAxis: axis };

  let highest = Number.NEGATIVE_INFINITY;
  /**
   * Evaluates rows from `first` on until they are negligible.
   *
   * @param support range of μ that matters in the starting row
   */
  const walk = (first: number, direction: 1 | -1, support: Range): Slice[] => {
    const slices: Slice[] = [];
    let [inner, range] = [start, support];
    for (let row = first; row >= 0; row += direction) {
      const outer = approximateTauSlice(likelihoods, prior, axis, row);
      // Holds the range of the previous row, shifted and scaled like the normal approximation.
      const move = (mu: number): number => outer.mean + ((mu - inner.mean) * outer.sd) / inner.sd;
      const slice = evaluateSlice(model, outer, [move(range[0]), move(range[1])], highest);
      if (slice === null) break;
      highest = Math.max(highest, findMaximum(slice.logMasses));
      slices.push(slice);
      [inner, range] = [outer, slice.support];
    }
    return slices;
  };
  const width = 7 * start.sd;
  const above = walk(start.row, 1, [start.mean - width, start.mean + width]);
  if (above[0] === undefined) return null;
  const below = walk(start.row - 1, -1, above[0].support);
  return normaliseJointPosterior(axis, [...[...below].reverse(), ...above], highest);
}

function normaliseJointPosterior(
  tauAxis: SinhAxis,
  slices: readonly Slice[],
  highest: number,
): JointPosterior {
  let total = 0;
  const rows = slices.map((slice) => {
    const masses = exponentiateShifted(slice.logMasses, highest);
    for (let i = 0; i < masses.length; i += 1) total += read(masses, i);
    return { ...slice, masses };
  });
  for (const { masses } of rows) {
    for (let i = 0; i < masses.length; i += 1) masses[i] = read(masses, i) / total;
  }
  return { tauAxis, rows, logTotal: highest + Math.log(total) };
}
