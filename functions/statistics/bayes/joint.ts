import { maximum } from "./maximum.ts";
import { approximateSlice, startingRow, tauAxis } from "./placement.ts";
import type { Prior } from "./prior.ts";
import type { SinhAxis } from "./sinh-axis.ts";
import { evaluateSlice, type Model, type Slice } from "./slice.ts";
import type { StudyLikelihood } from "./study-likelihood.ts";

/** Cells this far (in log mass) below the largest are left out: e^−19 = 6e-9. */
const CUT = 19;

/** Unnormalised joint posterior of (μ, τ). */
export interface JointPosterior {
  readonly tauAxis: SinhAxis;
  /** Ascending in τ, without gaps. */
  readonly slices: readonly Slice[];
}

/**
 * Evaluates prior × likelihood wherever it matters, row by row outwards from the approximate mode
 * of τ. The double sum over the cells is the quadrature: trapezoidal in both directions, it
 * converges exponentially for analytic integrands that vanish at both ends.
 */
export function jointPosterior(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
): JointPosterior {
  const axis = tauAxis(likelihoods, prior);
  const model: Model = { likelihoods, prior, tauAxis: axis };
  const centre = startingRow(likelihoods, prior, axis);
  const approximate = (row: number) => approximateSlice(likelihoods, prior, axis, row);

  const width = 7 * centre.sd;
  const range = [centre.mean - width, centre.mean + width] as const;
  const first = evaluateSlice(model, centre, range, Number.NEGATIVE_INFINITY, CUT);
  let highest = maximum(first.logMasses);
  const slices = [first];

  const walk = (direction: 1 | -1): void => {
    let inner = { slice: first, approximation: centre };
    for (let row = centre.row + direction; row >= 0; row += direction) {
      const approximation = approximate(row);
      // The neighbour's range, moved and stretched as the normal approximation is.
      const stretch = approximation.sd / inner.approximation.sd;
      const { slice } = inner;
      const move = (index: number): number =>
        approximation.mean + (index * slice.step - inner.approximation.mean) * stretch;
      const next = evaluateSlice(
        model,
        approximation,
        [move(slice.first), move(slice.first + slice.count - 1)],
        highest - CUT,
        CUT,
      );
      if (next.count === 0) break;
      highest = Math.max(highest, maximum(next.logMasses));
      if (direction > 0) slices.push(next);
      else slices.unshift(next);
      inner = { slice: next, approximation };
    }
  };
  walk(1);
  walk(-1);
  return { tauAxis: axis, slices };
}
