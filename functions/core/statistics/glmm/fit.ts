import type { Interval } from "../interval.ts";
import { derSimonianLaird } from "../inverse-variance/tau2.ts";
import {
  fitWeightedLeastSquares,
  makeMixedModelData,
} from "../inverse-variance/weighted-least-squares.ts";
import { type Design, hasFullRank } from "../linear/design.ts";
import { invertPositiveDefinite } from "../linear/positive-definite.ts";
import { findIncreasingRoot, readElement } from "../special/arithmetic.ts";
import { chiSquaredQuantile } from "../special/chi-squared.ts";
import { assertValidStudies, hasInfiniteLogit, type Study } from "../study.ts";
import { type GlmmData, makeGlmmData, type Parameters } from "./marginal-likelihood.ts";
import { type Maximum, maximiseLikelihood } from "./maximise.ts";

export interface GlmmFit extends FixedEffectFit {
  /** `boundary`: the likelihood is largest at τ = 0. */
  readonly status: "ok" | "boundary";
  readonly data: GlmmData;
  /**
   * `vcov` is the covariance of β, p × p row-major: from the inverse of the observed information about (β, τ), or on
   * the boundary from the information about β alone.
   */
  readonly vcov: Float64Array;
  readonly tau: number;
  /** `seTau` is `null` on the boundary. */
  readonly seTau: number | null;
  /** `fixed` is the logistic regression without random effects, τ = 0. */
  readonly fixed: FixedEffectFit;
}

/** Describes a fitted logistic regression without random effects. */
export interface FixedEffectFit {
  readonly beta: readonly number[];
  readonly se: readonly number[];
  readonly logLikelihood: number;
  readonly maximum: Maximum;
}

export type GlmmResult =
  | GlmmFit
  | {
      readonly status: GlmmFailure;
      /** Holds the model without random effects, if it has a maximum. */
      readonly fixed: FixedEffectFit | null;
    };

export function isGlmmFit(result: GlmmResult): result is GlmmFit {
  return result.status === "ok" || result.status === "boundary";
}

/** The search starts at this τ if the moment estimate is 0. */
const SMALL_TAU = 0.1;
const LARGER_TAUS = [0.4, 0.8, 1.6, 3.2];
/** A smaller gain over the boundary is only the error of the quadrature. */
const TIE = 1e-9;
/** A coefficient whose standard error (in logits) is larger diverges to infinity. */
const UNBOUNDED = 1e3;

/**
 * Fits the binomial–normal generalised linear mixed model by maximum likelihood: yᵢ ~ Bin(nᵢ, pᵢ), logit pᵢ ~
 * N(xᵢβ, τ²) (Stijnen, Hamza & Özdemir 2010; metafor's `rma.glmm(measure = "PLO")`). The counts are used without a
 * correction for studies with 0 or n events.
 *
 * @throws RangeError for invalid counts.
 */
export function fitGlmm(studies: readonly Study[], design: Design): GlmmResult {
  assertValidStudies(studies);
  const data = makeGlmmData(studies, design);
  const failure = findObstacleToGlmmFit(studies, design);
  if (failure !== null) return { status: failure, fixed: null };
  const fixed = fitFixedEffect(data);
  if (fixed === null) return { status: "separation", fixed: null };
  const tauFailure = findObstacleToTauEstimate(studies, design);
  if (tauFailure !== null) return { status: tauFailure, fixed };
  const start = estimateStartParameters(data);
  const maximum = maximiseElseKeepZeroTau(data, start, fixed.maximum, [
    ...listCoefficientIndices(data),
    design.p,
  ]);
  if (!maximum.converged) return { status: "not-converged", fixed };
  return makeGlmmFit(data, maximum, fixed) ?? { status: "flat-likelihood", fixed };
}

/**
 * Returns the higher of two stationary points: the maximum that is found from `start` over the
 * `free` parameters, which include τ; and `atZero`, the maximum over the other parameters at τ = 0,
 * which is always stationary. With few large and many small studies the likelihood can have a
 * maximum at both, so larger values of τ are tried before the boundary is accepted.
 */
function maximiseElseKeepZeroTau(
  data: GlmmData,
  start: Parameters,
  atZero: Maximum,
  free: readonly number[],
): Maximum {
  const best = maximiseLikelihood(data, start, free);
  if (best.value > atZero.value + TIE + data.rounding) return best;
  // The likelihood is even in τ: with a positive second derivative at 0 it rises from there.
  const rising = readElement(atZero.hessian, atZero.hessian.length - 1) > 0;
  const likeliest = findLikeliestStart(
    data,
    atZero.parameters,
    free,
    rising ? [SMALL_TAU] : LARGER_TAUS,
  );
  const again = maximiseLikelihood(data, likeliest, free);
  return rising || again.value > atZero.value + TIE + data.rounding ? again : atZero;
}

/**
 * Maximises the likelihood over the other `free` parameters at each of `taus`, and returns the parameters of the
 * largest maximum.
 */
function findLikeliestStart(
  data: GlmmData,
  from: Parameters,
  free: readonly number[],
  taus: readonly number[],
): Parameters {
  const { p } = data.design;
  const fixed = free.filter((index) => index !== p);
  const maxima = taus.map((tau) => {
    const start = Float64Array.from(from);
    start[p] = tau;
    return maximiseLikelihood(data, start, fixed);
  });
  return maxima.reduce((best, maximum) => (maximum.value > best.value ? maximum : best)).parameters;
}

/** Returns the indices of the coefficients β among the parameters, of which τ is the last. */
export function listCoefficientIndices({ design }: GlmmData): number[] {
  return Array.from({ length: design.p }, (_, j) => j);
}

function estimateStartParameters(data: GlmmData): Parameters {
  const effects = makeMixedModelData(data.effects, data.design);
  const tau2 = derSimonianLaird(effects);
  return appendTau(
    fitWeightedLeastSquares(effects, tau2).beta,
    Math.max(Math.sqrt(tau2), SMALL_TAU),
  );
}

function appendTau(beta: Float64Array, tau: number): Parameters {
  const parameters = new Float64Array(beta.length + 1);
  parameters.set(beta);
  parameters[beta.length] = tau;
  return parameters;
}

/** Fits the model without random effects; `null` if a coefficient diverges to infinity. */
function fitFixedEffect(data: GlmmData): FixedEffectFit | null {
  const { p } = data.design;
  const start = appendTau(
    fitWeightedLeastSquares(makeMixedModelData(data.effects, data.design), 0).beta,
    0,
  );
  const maximum = maximiseLikelihood(data, start, listCoefficientIndices(data));
  const vcov = invertInformation(maximum, p);
  if (vcov === null) return null;
  const se = computeStandardErrors(vcov, p);
  if (se.some((value) => value > UNBOUNDED)) return null;
  return {
    beta: [...maximum.parameters.subarray(0, p)],
    se,
    logLikelihood: maximum.value,
    maximum,
  };
}

/** Returns the fit at a maximum; `null` if the information there is singular. */
function makeGlmmFit(data: GlmmData, maximum: Maximum, fixed: FixedEffectFit): GlmmFit | null {
  const { p } = data.design;
  const boundary = maximum === fixed.maximum;
  const size = boundary ? p : p + 1;
  const inverse = invertInformation(maximum, size);
  if (inverse === null) return null;
  const se = computeStandardErrors(inverse, size);
  return {
    status: boundary ? "boundary" : "ok",
    data,
    beta: [...maximum.parameters.subarray(0, p)],
    vcov: copyLeadingBlock(inverse, size, p),
    se: se.slice(0, p),
    tau: readElement(maximum.parameters, p),
    seTau: boundary ? null : readElement(se, p),
    logLikelihood: maximum.value,
    maximum,
    fixed,
  };
}

/**
 * Returns the inverse of the observed information about the first `size` parameters; `null` unless that
 * information is positive definite.
 */
function invertInformation({ hessian, parameters }: Maximum, size: number): Float64Array | null {
  const information = copyLeadingBlock(hessian, parameters.length, size).map((value) => -value);
  return invertPositiveDefinite(information, size)?.inverse ?? null;
}

function copyLeadingBlock(matrix: Float64Array, total: number, size: number): Float64Array {
  const block = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    block.set(matrix.subarray(a * total, a * total + size), a * size);
  }
  return block;
}

function computeStandardErrors(vcov: Float64Array, size: number): number[] {
  return Array.from({ length: size }, (_, j) => Math.sqrt(readElement(vcov, j * size + j)));
}

/**
 * Names why the exact likelihood has no maximum to report:
 *
 * - `no-cohorts`;
 * - `all-zero`, `all-events`: it increases as the rate approaches 0 or 1;
 * - `rank-deficient`: coefficients cannot be told apart (a covariate without variation);
 * - `separation`: it increases as a coefficient goes to infinity (a group without events or non-events);
 * - `tau-not-identified`: there are no more studies than coefficients, or only studies of one patient; these
 *   determine the average rate but not how rates vary;
 * - `tau-diverges`: every study has no events or only events; it increases as τ goes to infinity;
 * - `flat-likelihood`: its maximum is so flat that no standard error can be given;
 * - `not-converged`: the search did not find a maximum.
 */
export type GlmmFailure =
  | "no-cohorts"
  | "all-zero"
  | "all-events"
  | "rank-deficient"
  | "separation"
  | "tau-not-identified"
  | "tau-diverges"
  | "flat-likelihood"
  | "not-converged";

/**
 * Returns the failure that counts and design alone show; `separation` shows only in the fit without random
 * effects.
 */
function findObstacleToGlmmFit(studies: readonly Study[], design: Design): GlmmFailure | null {
  if (studies.length === 0) return "no-cohorts";
  if (studies.every(({ events }) => events === 0)) return "all-zero";
  if (studies.every(({ events, n }) => events === n)) return "all-events";
  if (!hasFullRank(design)) return "rank-deficient";
  return null;
}

/** Returns the failure if τ has no finite maximum. Call it only after separation has been excluded. */
function findObstacleToTauEstimate(studies: readonly Study[], design: Design): GlmmFailure | null {
  if (studies.length <= design.p || studies.every(({ n }) => n === 1)) return "tau-not-identified";
  if (studies.every(hasInfiniteLogit)) return "tau-diverges";
  return null;
}

/** A limit is not searched further away than this: τ may be large if studies have no or only events. */
const FARTHEST_TAU = 400;
const FAR = 8;
const TOLERANCE = 1e-9;

/**
 * Returns the likelihood-ratio limits of τ. The lower one is 0 if the model without random effects is not rejected at
 * χ²(1), which is conservative on the boundary (Self & Liang 1987). It returns `null` if the likelihood does not drop
 * far enough for large τ.
 */
export function profileTauInterval(
  fit: GlmmFit,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval | null {
  const { data, tau, fixed, logLikelihood } = fit;
  const { p } = data.design;
  const z = Math.sqrt(chiSquaredQuantile(level, 1));

  /**
   * Returns the value at which the signed root of the drop, r = ±√(2(l̂ − l)), equals `z`. r is nearly linear, so
   * Newton's method needs few steps. Its slope is that of l divided by r, and the slope of l is that of the full
   * likelihood (envelope theorem). It returns `null` if the limit is not reached up to `bound`.
   */
  const limitFrom = (start: number, bound: number): number | null => {
    const sign = bound < tau ? -1 : 1;
    const at = (value: number) => {
      const from = Float64Array.from(fit.maximum.parameters);
      from[p] = value;
      const there = maximiseLikelihood(data, from, listCoefficientIndices(data));
      const r = Math.sqrt(Math.max(0, 2 * (logLikelihood - there.value)));
      return { value: sign * (r - z), slope: Math.abs(readElement(there.gradient, p)) / r };
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
