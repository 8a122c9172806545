import type { StudyIntegral } from "../glmm/study-integral.ts";
import { informationAt, logLikelihoodAt, scoreAt } from "./hazard-likelihood.ts";
import type { RateStudy } from "./rate-study.ts";
import { smoothingModeOf } from "./smoothing.ts";

/**
 * Largest step, in standard deviations of the integrand. The error of the trapezoidal rule is about
 * 2 exp(−2π²/step²).
 */
const STEP = 0.85;
/** The likelihood is bounded only in a strip of height π/2. This term keeps the step below ½. */
const STRIP = 3;
/** Points below this share of the middle one are left out. */
const NEGLIGIBLE = 1e-13;
/** Below this τ the middle of the integrand is at η. */
const NO_SPREAD = 1e-9;

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * log ∫ p(y | θ = η + τz) φ(z) dz of one study, without the binomial coefficient, and its
 * derivatives; `glmm/study-integral.ts` does the same for logits. The derivatives are posterior
 * moments (Louis 1982): of the score s and of s² − information, or, if the study says much more
 * about θ than N(η, τ²) does, of z.
 */
export function integrateRate(
  study: RateStudy,
  eta: number,
  tau: number,
  into: StudyIntegral,
): void {
  if (tau === 0) {
    atFixedEffect(study, eta, into);
    return;
  }
  const mode = tau < NO_SPREAD ? 0 : (smoothingModeOf(study, 1 / (tau * tau), eta) - eta) / tau;
  const information = informationAt(study, eta + tau * mode);
  const byZ = tau * tau * information > 1;
  const top = logIntegrand(study, eta, tau, mode);
  const step = stepOf(study, eta, tau, mode, information);
  let [sum, u1, u2, u3, u4] = [0, 0, 0, 0, 0];
  let [s0, s1, c0, c1, c2] = [0, 0, 0, 0, 0];
  for (let direction = 1; direction >= -1; direction -= 2) {
    for (let j = direction === 1 ? 0 : 1; ; j += 1) {
      const u = direction * j * step;
      const z = mode + u;
      const weight = Math.exp(logIntegrand(study, eta, tau, z) - top);
      if (!(weight > NEGLIGIBLE)) break;
      sum += weight;
      if (byZ) {
        u1 += weight * u;
        u2 += weight * u * u;
        u3 += weight * u * u * u;
        u4 += weight * u * u * u * u;
      } else {
        const theta = eta + tau * z;
        const score = scoreAt(study, theta);
        const curvature = score * score - informationAt(study, theta);
        s0 += weight * score;
        s1 += weight * score * z;
        c0 += weight * curvature;
        c1 += weight * curvature * z;
        c2 += weight * curvature * z * z;
      }
    }
  }
  into.value = top + Math.log(sum * step) - HALF_LOG_TWO_PI;
  if (!byZ) {
    const [byEta, byTau] = [s0 / sum, s1 / sum];
    into.eta = byEta;
    into.tau = byTau;
    into.etaEta = c0 / sum - byEta * byEta;
    into.etaTau = c1 / sum - byEta * byTau;
    into.tauTau = c2 / sum - byTau * byTau;
    return;
  }
  // Powers of u = z − mode lose no digits if the integrand is narrow.
  const [m1, m2] = [u1 / sum, u2 / sum];
  const mean = mode + m1;
  const meanSquare = mode * mode + 2 * mode * m1 + m2;
  const variance = m2 - m1 * m1;
  const withU2 = u3 / sum - m1 * m2;
  const withSquare = 2 * mode * variance + withU2;
  const squareVariance = 4 * mode * (mode * variance + withU2) + u4 / sum - m2 * m2;
  into.eta = mean / tau;
  into.tau = (meanSquare - 1) / tau;
  into.etaEta = (variance - 1) / (tau * tau);
  into.etaTau = (withSquare - 2 * mean) / (tau * tau);
  into.tauTau = (squareVariance + 1 - 3 * meanSquare) / (tau * tau);
}

/** The information varies within the width of the integrand; its largest value decides the step. */
function stepOf(
  study: RateStudy,
  eta: number,
  tau: number,
  mode: number,
  information: number,
): number {
  const width = 1 / Math.sqrt(1 + tau * tau * information);
  // Where so many more events are expected, the integrand is negligible.
  const most = 2 * information + study.events + 8 * Math.sqrt(study.events) + 40;
  const largest = Math.max(
    information,
    Math.min(most, informationAt(study, eta + tau * (mode - width))),
    Math.min(most, informationAt(study, eta + tau * (mode + width))),
  );
  return STEP / Math.sqrt(1 + tau * tau * (largest + STRIP));
}

/** The case τ = 0, where θ is η. The likelihood is even in τ. */
function atFixedEffect(study: RateStudy, eta: number, into: StudyIntegral): void {
  const score = scoreAt(study, eta);
  const information = informationAt(study, eta);
  into.value = logLikelihoodAt(study, eta);
  into.eta = score;
  into.tau = 0;
  into.etaEta = -information;
  into.etaTau = 0;
  into.tauTau = score * score - information;
}

function logIntegrand(study: RateStudy, eta: number, tau: number, z: number): number {
  return logLikelihoodAt(study, eta + tau * z) - 0.5 * z * z;
}
