import type { Interval } from "../interval.ts";
import { read } from "../read.ts";
import { chiSquaredQuantile } from "../special/chi-squared.ts";
import { findIncreasingRoot } from "../special/increasing-root.ts";
import { type GlmmFit, listCoefficientIndices } from "./fit.ts";
import { maximiseLikelihood } from "./maximise.ts";

/** A limit is not searched further away than this: τ may be large if studies have no or only events. */
const FARTHEST_TAU = 400;
const FAR = 8;
const TOLERANCE = 1e-9;

/**
 * Returns the likelihood-ratio limits of τ. The lower one is 0 if the model without random effects is not rejected
 * at χ²(1), which is conservative on the boundary (Self & Liang 1987). `null` if the likelihood does not drop far
 * enough for large τ.
 */
export function profileTauInterval(
  fit: GlmmFit,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval | null {
  const { data, tau, fixed, logLikelihood } = fit;
  const { p } = data.design;
  const z = Math.sqrt(chiSquaredQuantile(level, 1));

  /**
   * The value at which the signed root of the drop, r = ±√(2(l̂ − l)), equals `z`. r is nearly
   * linear, so Newton's method needs few steps. Its slope is that of l divided by r, and the slope of
   * l is that of the full likelihood (envelope theorem). `null` if the limit is not reached up to
   * `bound`.
   */
  const limitFrom = (start: number, bound: number): number | null => {
    const sign = bound < tau ? -1 : 1;
    const at = (value: number) => {
      const from = Float64Array.from(fit.maximum.parameters);
      from[p] = value;
      const there = maximiseLikelihood(data, from, listCoefficientIndices(data));
      const r = Math.sqrt(Math.max(0, 2 * (logLikelihood - there.value)));
      return { value: sign * (r - z), slope: Math.abs(read(there.gradient, p)) / r };
    };
    // The bound is checked first if the expected limit is far away, which may save a useless search.
    if (Math.abs(start - tau) > FAR && sign * at(bound).value < 0) return null;
    const bracket = sign < 0 ? ([bound, tau] as const) : ([tau, bound] as const);
    const limit = findIncreasingRoot(at, start, TOLERANCE, bracket);
    return Math.abs(limit - bound) <= 2 * TOLERANCE && bound !== 0 ? null : limit;
  };

  const drop = 2 * (logLikelihood - fixed.logLikelihood);
  const lower = drop <= z * z ? 0 : limitFrom(tau * (1 - z / Math.sqrt(drop)), 0);
  const reach = fit.seTau === null ? 0.5 : Math.min(z * fit.seTau, tau + 0.5);
  const upper = limitFrom(tau + reach, tau + FARTHEST_TAU);
  return lower === null || upper === null ? null : [lower, upper];
}
