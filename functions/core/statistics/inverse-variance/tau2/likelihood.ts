import { crossProduct } from "../../linear/design.ts";
import { invertPositiveDefinite, quadraticForm } from "../../linear/positive-definite.ts";
import { read } from "../../read.ts";
import { increasingRoot } from "../../special/increasing-root.ts";
import {
  type MixedModelData,
  traceP,
  tracePP,
  weightedLeastSquares,
} from "../weighted-least-squares.ts";

/** Likelihood of the estimates (ML), or of their residual contrasts (REML). */
type Likelihood = "ML" | "REML";

/**
 * Log-likelihood of τ² ≥ 0 with all constants, maximised over β. REML includes −(k − p)/2 · log 2π
 * + ½ log|X′X| − ½ log|X′WX| (Viechtbauer 2005), as in metafor.
 */
export function logLikelihood(data: MixedModelData, tau2: number, likelihood: Likelihood): number {
  const { vi, design } = data;
  const fit = weightedLeastSquares(data, tau2);
  const logVariances = vi.reduce((sum, v) => sum + Math.log(v + tau2), 0);
  const core = -0.5 * (logVariances + fit.rss);
  if (likelihood === "ML") return core - 0.5 * design.k * Math.log(2 * Math.PI);
  const ones = new Float64Array(design.k).fill(1);
  const constant = invertPositiveDefinite(crossProduct(design, ones), design.p)?.logDeterminant;
  return (
    core -
    0.5 * (design.k - design.p) * Math.log(2 * Math.PI) +
    0.5 * ((constant ?? 0) - fit.logDeterminant)
  );
}

const GRID = 14;

/**
 * The τ² ≥ 0 at which the (restricted) likelihood is largest (Viechtbauer 2005). With studies of
 * very different sizes it can have several maxima. So a grid is searched first, from a thousandth
 * of the smallest variance to the squared range of the estimates, which τ² cannot exceed. Then the
 * maximum near each peak of the grid is refined, and the highest one is returned.
 */
export function likelihoodTau2(data: MixedModelData, likelihood: Likelihood): number {
  const { yi, vi, design } = data;
  if (design.k <= design.p) return 0;
  const least = 1e-3 * Math.min(...vi);
  const most = Math.max((Math.max(...yi) - Math.min(...yi)) ** 2, 2 * least);
  const grid = [
    0,
    ...Array.from({ length: GRID }, (_, i) => least * (most / least) ** (i / (GRID - 1))),
    2 * most,
  ];
  const height = (tau2: number) => logLikelihood(data, tau2, likelihood);
  const heights = grid.map(height);
  const isPeak = (j: number) =>
    !((heights[j] ?? 0) < Math.max(heights[j - 1] ?? -Infinity, heights[j + 1] ?? -Infinity));
  const maxima = grid.flatMap((tau2, j) =>
    isPeak(j) ? maximumBeside(data, likelihood, tau2, grid[j - 1] ?? 0, grid[j + 1] ?? tau2) : [],
  );
  return maxima.reduce((best, tau2) => (height(tau2) > height(best) ? tau2 : best));
}

/**
 * The root of the score between the neighbours of a peak; 0 if the likelihood decreases from there
 * on.
 */
function maximumBeside(
  data: MixedModelData,
  likelihood: Likelihood,
  peak: number,
  before: number,
  after: number,
): number {
  const atPeak = derivatives(data, peak, likelihood);
  if (peak === 0 && atPeak.score <= 0) return 0;
  return increasingRoot(
    (tau2) => {
      const { score, information } = tau2 === peak ? atPeak : derivatives(data, tau2, likelihood);
      return { value: -score, slope: information };
    },
    peak,
    1e-9 * Math.min(...data.vi),
    atPeak.score > 0 ? [peak, after] : [before, peak],
  );
}

/**
 * Score and information of τ². With u = W(y − Xβ) and P as in REML, the score is (u′u − trace P) /
 * 2. The information is u′Pu − ½ trace PP or, if that is not positive, its expectation ½ trace PP.
 * For ML both traces have W instead of P.
 */
function derivatives(
  data: MixedModelData,
  tau2: number,
  likelihood: Likelihood,
): { score: number; information: number } {
  const { design } = data;
  const fit = weightedLeastSquares(data, tau2);
  const { k, p, values } = design;
  const projected = new Float64Array(p);
  let square = 0;
  let cube = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < k; i += 1) {
    const weight = read(fit.weights, i);
    const u = weight * read(fit.residuals, i);
    square += u * u;
    cube += weight * u * u;
    sum += weight;
    squares += weight * weight;
    for (let j = 0; j < p; j += 1) {
      projected[j] = read(projected, j) + weight * u * read(values, i * p + j);
    }
  }
  const ml = likelihood === "ML";
  const trace = ml ? sum : traceP(design, fit);
  const expected = (ml ? squares : tracePP(design, fit)) / 2;
  const observed = cube - quadraticForm(fit.vcov, projected) - expected;
  return { score: (square - trace) / 2, information: observed > 0 ? observed : expected };
}
