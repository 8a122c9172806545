import { quadraticForm } from "../../linear/positive-definite.ts";
import { read } from "../../read.ts";
import { type Likelihood, logLikelihood } from "../log-likelihood.ts";
import {
  type MixedModelData,
  traceP,
  tracePP,
  weightedLeastSquares,
} from "../weighted-least-squares.ts";
import { derSimonianLaird } from "./dersimonian-laird.ts";

const MAX_STEPS = 200;

/**
 * The τ² ≥ 0 where the (restricted) likelihood is largest: Newton's method from the moment estimate,
 * Fisher's scoring where the observed information is not positive, each step halved until the
 * likelihood does not fall (Viechtbauer 2005). The boundary is the answer where it is a maximum with
 * a likelihood no lower than that of the one found.
 */
export function likelihoodTau2(data: MixedModelData, likelihood: Likelihood): number {
  const { k, p } = data.design;
  if (k <= p) return 0;
  const typical = data.vi.reduce((sum, v) => sum + v, 0) / k;
  let tau2 = Math.max(derSimonianLaird(data), 0.1 * typical);
  let height = logLikelihood(data, tau2, likelihood);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { score, information } = derivatives(data, tau2, likelihood);
    let change = score / information;
    let next = Math.max(0, tau2 + change);
    let nextHeight = logLikelihood(data, next, likelihood);
    while (nextHeight < height && Math.abs(next - tau2) > 1e-9 * (tau2 + typical)) {
      change /= 2;
      next = Math.max(0, tau2 + change);
      nextHeight = logLikelihood(data, next, likelihood);
    }
    const moved = Math.abs(next - tau2);
    tau2 = next;
    height = nextHeight;
    if (moved <= 1e-11 * (tau2 + typical)) break;
  }
  const atZero = logLikelihood(data, 0, likelihood);
  return derivatives(data, 0, likelihood).score <= 0 && atZero >= height ? 0 : tau2;
}

/**
 * Score and information of τ². With u = W(y − Xβ) and P as in REML: u′u − trace P over 2, and
 * u′Pu − ½ trace PP, its expectation ½ trace PP where that is not positive; ML has W in the place of
 * P in both traces.
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
