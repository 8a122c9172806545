import { type Design, linearPredictors } from "../linear/design.ts";
import { type EffectSize, expit, makeLogitEffectSizes } from "../scales.ts";
import { readElement } from "../special/arithmetic.ts";
import { logChoose } from "../special/gamma.ts";
import type { Study } from "../study.ts";

/** Holds counts, and the design of their linear predictors. */
export interface GlmmData {
  readonly studies: readonly Study[];
  /** Holds the normal approximations, from which the search starts. */
  readonly effects: readonly EffectSize[];
  /** Holds a design of full column rank. */
  readonly design: Design;
  /** Holds the sum of the logs of the binomial coefficients. */
  readonly logCoefficients: number;
  /** Log-likelihoods that differ by less than this differ only by rounding. */
  readonly rounding: number;
}

/** Returns the data of the model yᵢ ~ Bin(nᵢ, pᵢ), logit pᵢ ~ N(xᵢβ, τ²). */
export function makeGlmmData(studies: readonly Study[], design: Design): GlmmData {
  return {
    studies,
    design,
    effects: makeLogitEffectSizes(studies),
    rounding: 1e-12 + 1e-15 * studies.reduce((sum, { n }) => sum + n, 0),
    logCoefficients: studies.reduce((sum, { events, n }) => sum + logChoose(n, events), 0),
  };
}

/** Holds the coefficients, with τ as the last entry. */
export type Parameters = Float64Array;

/** Holds the log-likelihood with binomial coefficients, its gradient and Hessian in (β, τ). */
export interface MarginalLikelihood {
  readonly value: number;
  readonly gradient: Float64Array;
  /** `hessian` is (p + 1) × (p + 1), row-major. */
  readonly hessian: Float64Array;
}

/**
 * Returns the log-likelihood of (β, τ) and its derivatives, with the random effects integrated out (Stijnen et al.
 * 2010).
 */
export function evaluateMarginalLikelihood(
  data: GlmmData,
  parameters: Parameters,
): MarginalLikelihood {
  const { studies, design } = data;
  const { p, values } = design;
  const size = p + 1;
  const tau = readElement(parameters, p);
  const etas = linearPredictors(design, parameters);
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const integral = makeEmptyStudyIntegral();
  let value = data.logCoefficients;
  for (let i = 0; i < design.k; i += 1) {
    const { events, n } = studies[i] as Study;
    writeStudyIntegral(events, n, readElement(etas, i), tau, integral);
    value += integral.value;
    for (let a = 0; a < p; a += 1) {
      const xa = readElement(values, i * p + a);
      gradient[a] = readElement(gradient, a) + xa * integral.eta;
      for (let b = 0; b <= a; b += 1) {
        hessian[a * size + b] =
          readElement(hessian, a * size + b) +
          xa * readElement(values, i * p + b) * integral.etaEta;
      }
      hessian[p * size + a] = readElement(hessian, p * size + a) + xa * integral.etaTau;
    }
    gradient[p] = readElement(gradient, p) + integral.tau;
    hessian[p * size + p] = readElement(hessian, p * size + p) + integral.tauTau;
  }
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1)
      hessian[a * size + b] = readElement(hessian, b * size + a);
  }
  return { value, gradient, hessian };
}

/**
 * Holds log L(η, τ) = log ∫ p(y | θ = η + τz) φ(z) dz of one study, y ~ Bin(n, expit θ), without the binomial
 * coefficient, and its first and second derivatives. {@link writeStudyIntegral} writes into it; the object is reused
 * for all studies.
 */
interface StudyIntegral {
  value: number;
  eta: number;
  tau: number;
  etaEta: number;
  etaTau: number;
  tauTau: number;
}

export function makeEmptyStudyIntegral(): StudyIntegral {
  return { value: 0, eta: 0, tau: 0, etaEta: 0, etaTau: 0, tauTau: 0 };
}

/** The step is at most this many standard deviations of the integrand: an error of about 2 exp(−2π²/step²). */
const STEP = 0.85;
/** Keeps the step in θ below ½: with few events the likelihood is bounded in a strip of π/2. */
const STRIP = 3;
/** Points below this share of the middle one are left out; they fall like a normal density. */
const NEGLIGIBLE = 1e-12;

/**
 * Writes log L(η, τ) of one study and its derivatives into `into`. It integrates by the trapezoidal rule around the
 * mode, which converges exponentially for analytic integrands that vanish at both ends (Trefethen & Weideman 2014,
 * SIAM Review 56:385–458). The integrand is log-concave, so it is summed outwards until it is negligible. The number
 * of points thus adapts to sparse studies and a large τ.
 *
 * Derivatives are posterior moments (Louis 1982). With s = y − np and w = np(1 − p), the second
 * ones come from s² − w. That difference loses its digits if a study says much more about θ than
 * N(η, τ²) does. The same derivatives are then taken of the density N(θ; η, τ²) instead, from the
 * moments of z.
 *
 * @param tau at least 0
 */
export function writeStudyIntegral(
  events: number,
  n: number,
  eta: number,
  tau: number,
  into: StudyIntegral,
): void {
  if (tau === 0) {
    writeIntegralAtZeroTau(events, n, eta, into);
    return;
  }
  const mode = findIntegrandMode(events, n, eta, tau);
  const informationAtMode = binomialInformation(n, eta + tau * mode);
  // The information varies within the width of the integrand when there are few events, so its largest value
  // there decides the step. It is capped at `highestInformation`: where so many events are expected, the integrand is
  // negligible.
  const width = 1 / Math.sqrt(1 + tau * tau * informationAtMode);
  const fewer = Math.min(events, n - events);
  const highestInformation = 2 * informationAtMode + fewer + 8 * Math.sqrt(fewer) + 40;
  const largest = Math.max(
    informationAtMode,
    Math.min(highestInformation, binomialInformation(n, eta + tau * (mode - width))),
    Math.min(highestInformation, binomialInformation(n, eta + tau * (mode + width))),
  );
  const step = STEP / Math.sqrt(1 + tau * tau * (largest + STRIP));
  const points = { events, n, eta, tau, mode, step };
  if (tau * tau * informationAtMode > 1) writeIntegralByMomentsOfZ(points, into);
  else writeIntegralByMomentsOfScore(points, into);
}

/** Describes the points at which an integrand is evaluated: z = mode + j · step, j = 0, ±1, ±2, … */
interface Points {
  readonly events: number;
  readonly n: number;
  readonly eta: number;
  readonly tau: number;
  readonly mode: number;
  readonly step: number;
}

/**
 * Writes log ∫ p(y | θ) N(θ; η, τ²) dθ and its derivatives into `into`, the derivatives from the moments of
 * z = (θ − η)/τ. Those of log N are z/τ and (z² − 1)/τ; then −1/τ², −2z/τ² and (1 − 3z²)/τ².
 */
function writeIntegralByMomentsOfZ(
  { events, n, eta, tau, mode, step }: Points,
  into: StudyIntegral,
): void {
  const top = logIntegrand(events, n, eta, tau, mode);
  let sum = 0;
  // Powers of u = z − mode are summed, which loses no digits if the integrand is narrow.
  let u1 = 0;
  let u2 = 0;
  let u3 = 0;
  let u4 = 0;
  for (let direction = 1; direction >= -1; direction -= 2) {
    const stride = direction * step;
    const growth = Math.exp(tau * stride);
    let u = direction === 1 ? 0 : stride;
    let odds = Math.exp(eta + tau * (mode + u));
    let weight = 1;
    while (weight > NEGLIGIBLE) {
      const z = mode + u;
      const theta = eta + tau * z;
      weight = Math.exp(events * theta - n * softplus(theta, odds) - 0.5 * z * z - top);
      const square = u * u;
      sum += weight;
      u1 += weight * u;
      u2 += weight * square;
      u3 += weight * square * u;
      u4 += weight * square * square;
      u += stride;
      odds *= growth;
    }
  }
  const m1 = u1 / sum;
  const m2 = u2 / sum;
  const mean = mode + m1;
  const meanSquare = mode * mode + 2 * mode * m1 + m2;
  const variance = m2 - m1 * m1;
  const withU2 = u3 / sum - m1 * m2;
  const withSquare = 2 * mode * variance + withU2;
  const squareVariance = 4 * mode * (mode * variance + withU2) + u4 / sum - m2 * m2;
  const tau2 = tau * tau;
  into.value = top + Math.log(sum * step) - HALF_LOG_TWO_PI;
  into.eta = mean / tau;
  into.tau = (meanSquare - 1) / tau;
  into.etaEta = (variance - 1) / tau2;
  into.etaTau = (withSquare - 2 * mean) / tau2;
  into.tauTau = (squareVariance + 1 - 3 * meanSquare) / tau2;
}

/**
 * Writes the same as `writeIntegralByMomentsOfZ` into `into`, with the derivatives from those of log p(y | η + τz):
 * the score s, s times z, and s² − w.
 */
function writeIntegralByMomentsOfScore(
  { events, n, eta, tau, mode, step }: Points,
  into: StudyIntegral,
): void {
  const top = logIntegrand(events, n, eta, tau, mode);
  let sum = 0;
  let s0 = 0;
  let s1 = 0;
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  for (let direction = 1; direction >= -1; direction -= 2) {
    const stride = direction * step;
    const growth = Math.exp(tau * stride);
    let z = direction === 1 ? mode : mode + stride;
    let odds = Math.exp(eta + tau * z);
    let weight = 1;
    while (weight > NEGLIGIBLE) {
      const theta = eta + tau * z;
      weight = Math.exp(events * theta - n * softplus(theta, odds) - 0.5 * z * z - top);
      const p = 1 / (1 + 1 / odds);
      const score = events - n * p;
      const curvature = score * score - n * p * (1 - p);
      sum += weight;
      s0 += weight * score;
      s1 += weight * score * z;
      c0 += weight * curvature;
      c1 += weight * curvature * z;
      c2 += weight * curvature * z * z;
      z += stride;
      odds *= growth;
    }
  }
  const byEta = s0 / sum;
  const byTau = s1 / sum;
  into.value = top + Math.log(sum * step) - HALF_LOG_TWO_PI;
  into.eta = byEta;
  into.tau = byTau;
  into.etaEta = c0 / sum - byEta * byEta;
  into.etaTau = c1 / sum - byEta * byTau;
  into.tauTau = c2 / sum - byTau * byTau;
}

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Writes log L(η, 0) and its derivatives into `into`: θ is η, and the likelihood is even in τ. */
function writeIntegralAtZeroTau(events: number, n: number, eta: number, into: StudyIntegral): void {
  const p = expit(eta);
  const score = events - n * p;
  const information = n * p * (1 - p);
  into.value = logIntegrand(events, n, eta, 0, 0);
  into.eta = score;
  into.tau = 0;
  into.etaEta = -information;
  into.etaTau = 0;
  into.tauTau = score * score - information;
}

/** Returns log(1 + e^θ) from e^θ, or θ if e^θ is infinite. */
function softplus(theta: number, odds: number): number {
  return odds < 1e16 ? Math.log(1 + odds) : theta;
}

function logIntegrand(events: number, n: number, eta: number, tau: number, z: number): number {
  const theta = eta + tau * z;
  return events * theta - n * softplus(theta, Math.exp(theta)) - 0.5 * z * z;
}

/** Returns the information of n patients about their logit: np(1 − p). */
function binomialInformation(n: number, theta: number): number {
  const p = expit(theta);
  return n * p * (1 - p);
}

/**
 * Returns the approximate z at which the integrand is largest: the root of τ(y − np) − z, which decreases strictly in
 * z. It uses Newton's method inside a bracket, until a step would gain next to nothing.
 */
function findIntegrandMode(events: number, n: number, eta: number, tau: number): number {
  // The mode is between 0 and the study's own logit; τ(y − np) at z = 0 is a bound, too.
  const pull = tau * (events - n * expit(eta));
  const ofStudy = (Math.log(events / (n - events)) - eta) / tau;
  let low = pull > 0 ? 0 : Math.max(pull, Math.min(ofStudy, 0));
  let high = pull > 0 ? Math.min(pull, Math.max(ofStudy, 0)) : 0;
  // Start as if the study's logit were normal; without events or non-events, at 0.
  const precision = (tau * tau * events * (n - events)) / n;
  let z = precision > 0 ? (precision * ofStudy) / (1 + precision) : 0;
  for (let iteration = 0; iteration < 100; iteration += 1) {
    const p = expit(eta + tau * z);
    const slope = tau * (events - n * p) - z;
    const curvature = 1 + tau * tau * n * p * (1 - p);
    if (slope * slope < 0.1 * curvature) break;
    if (slope > 0) low = z;
    else high = z;
    const next = z + slope / curvature;
    z = next > low && next < high ? next : (low + high) / 2;
  }
  return z;
}
