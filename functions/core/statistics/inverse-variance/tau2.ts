import type { Interval } from "../interval.ts";
import { quadraticForm } from "../linear/positive-definite.ts";
import { findIncreasingRoot, readElement } from "../special/arithmetic.ts";
import { chiSquaredQuantile } from "../special/chi-squared.ts";
import {
  fitWeightedLeastSquares,
  type MixedModelData,
  traceP,
  tracePP,
} from "./weighted-least-squares.ts";

/** Lists the estimators of the variance between studies. The names are those of metafor's `rma.uni`. */
export type Tau2Method = "DL" | "ML" | "REML";

/**
 * Each returns τ² ≥ 0 on the squared scale of the effect sizes. It is 0 if there are no more
 * studies than coefficients.
 */
export const TAU2_ESTIMATORS: {
  readonly [Method in Tau2Method]: (data: MixedModelData) => number;
} = {
  DL: derSimonianLaird,
  ML: (data) => estimateTau2ByLikelihood(data, "ML"),
  REML: (data) => estimateTau2ByLikelihood(data, "REML"),
};

/**
 * Returns τ² by the method of moments: τ² = max(0, (Q − (k − p)) / trace P) with weights 1/v (DerSimonian & Laird
 * 1986; with moderators Raudenbush 2009).
 */
export function derSimonianLaird(data: MixedModelData): number {
  const { k, p } = data.design;
  if (k <= p) return 0;
  const fixed = fitWeightedLeastSquares(data, 0);
  return Math.max(0, (fixed.rss - (k - p)) / traceP(data.design, fixed));
}

/**
 * Returns the τ² at which the generalised Q statistic, Σ (yᵢ − xᵢβ)² / (vᵢ + τ²), has dropped to `target`; 0 if Q
 * is not above it at τ² = 0 (DerSimonian & Kacker 2007; Viechtbauer 2007). Q falls like 1/τ², so Newton's method
 * is applied to 1/Q, which is nearly linear.
 */
function findTau2AtGeneralisedQ(data: MixedModelData, target: number): number {
  const at = (tau2: number) => {
    const { weights, residuals, rss } = fitWeightedLeastSquares(data, tau2);
    let fall = 0;
    for (let i = 0; i < residuals.length; i += 1) {
      fall += (readElement(weights, i) * readElement(residuals, i)) ** 2;
    }
    return { value: 1 / rss - 1 / target, slope: fall / (rss * rss) };
  };
  if (at(0).value >= 0) return 0;
  // The tolerance is relative, because the root may be 1e-6 for huge cohorts and 1e3 for two discordant ones.
  const scale = Math.min(...data.vi);
  return findIncreasingRoot(at, 0, 1e-12 * scale, [0, Number.POSITIVE_INFINITY]);
}

/**
 * Returns the Q-profile interval of τ² (Viechtbauer 2007): the values at which the generalised Q equals the quantiles
 * of χ²(k − p). A limit is 0 if Q is below its quantile at τ² = 0 already. It returns `null` if there are no more
 * studies than coefficients.
 */
export function qProfileInterval(data: MixedModelData, level: number): Interval | null {
  const df = data.design.k - data.design.p;
  if (df < 1) return null;
  const tail = (1 - level) / 2;
  return [
    findTau2AtGeneralisedQ(data, chiSquaredQuantile(1 - tail, df)),
    findTau2AtGeneralisedQ(data, chiSquaredQuantile(tail, df)),
  ];
}

/** Names the likelihood: of the estimates (ML), or of their residual contrasts (REML). */
type Likelihood = "ML" | "REML";

/**
 * Returns the log-likelihood of τ² ≥ 0, maximised over β, without the terms that do not depend on τ². REML includes
 * −½ log|X′WX| (Viechtbauer 2005), as in metafor.
 */
function computeTau2LogLikelihood(
  data: MixedModelData,
  tau2: number,
  likelihood: Likelihood,
): number {
  const fit = fitWeightedLeastSquares(data, tau2);
  const logVariances = data.vi.reduce((sum, v) => sum + Math.log(v + tau2), 0);
  const ofBeta = likelihood === "REML" ? fit.logDeterminant : 0;
  return -0.5 * (logVariances + fit.rss + ofBeta);
}

const GRID = 14;

/**
 * Returns the τ² ≥ 0 at which the (restricted) likelihood is largest (Viechtbauer 2005). With studies of very
 * different sizes it can have several maxima. So a grid is searched first, from a thousandth of the smallest
 * variance to the squared range of the estimates, which τ² cannot exceed. Then the maximum near each peak of the
 * grid is refined, and the highest one is returned.
 */
function estimateTau2ByLikelihood(data: MixedModelData, likelihood: Likelihood): number {
  const { yi, vi, design } = data;
  if (design.k <= design.p) return 0;
  const least = 1e-3 * Math.min(...vi);
  const highest = Math.max((Math.max(...yi) - Math.min(...yi)) ** 2, 2 * least);
  const grid = [
    0,
    ...Array.from({ length: GRID }, (_, i) => least * (highest / least) ** (i / (GRID - 1))),
    2 * highest,
  ];
  const height = (tau2: number) => computeTau2LogLikelihood(data, tau2, likelihood);
  const heights = grid.map(height);
  const isPeak = (j: number) =>
    !((heights[j] ?? 0) < Math.max(heights[j - 1] ?? -Infinity, heights[j + 1] ?? -Infinity));
  const maxima = grid.flatMap((tau2, j) =>
    isPeak(j)
      ? findLikeliestTau2NearPeak(data, likelihood, tau2, grid[j - 1] ?? 0, grid[j + 1] ?? tau2)
      : [],
  );
  return maxima.reduce((best, tau2) => (height(tau2) > height(best) ? tau2 : best));
}

/** Returns the τ² at which the score is 0 next to a peak; 0 if the likelihood decreases from τ² = 0 on. */
function findLikeliestTau2NearPeak(
  data: MixedModelData,
  likelihood: Likelihood,
  peak: number,
  before: number,
  after: number,
): number {
  const atPeak = evaluateScoreAndInformation(data, peak, likelihood);
  if (peak === 0 && atPeak.score <= 0) return 0;
  return findIncreasingRoot(
    (tau2) => {
      const { score, information } =
        tau2 === peak ? atPeak : evaluateScoreAndInformation(data, tau2, likelihood);
      return { value: -score, slope: information };
    },
    peak,
    1e-9 * Math.min(...data.vi),
    atPeak.score > 0 ? [peak, after] : [before, peak],
  );
}

/**
 * Returns the score and information of τ². With u = W(y − Xβ) and P as in REML, the score is (u′u − trace P) / 2.
 * The information is u′Pu − ½ trace PP or, if that is not positive, its expectation ½ trace PP. For ML both traces
 * have W instead of P.
 */
function evaluateScoreAndInformation(
  data: MixedModelData,
  tau2: number,
  likelihood: Likelihood,
): { score: number; information: number } {
  const { design } = data;
  const fit = fitWeightedLeastSquares(data, tau2);
  const { k, p, values } = design;
  const projected = new Float64Array(p);
  let square = 0;
  let cube = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < k; i += 1) {
    const weight = readElement(fit.weights, i);
    const u = weight * readElement(fit.residuals, i);
    square += u * u;
    cube += weight * u * u;
    sum += weight;
    squares += weight * weight;
    for (let j = 0; j < p; j += 1) {
      projected[j] = readElement(projected, j) + weight * u * readElement(values, i * p + j);
    }
  }
  const ml = likelihood === "ML";
  const trace = ml ? sum : traceP(design, fit);
  const expected = (ml ? squares : tracePP(design, fit)) / 2;
  const observed = cube - quadraticForm(fit.vcov, projected) - expected;
  return { score: (square - trace) / 2, information: observed > 0 ? observed : expected };
}
