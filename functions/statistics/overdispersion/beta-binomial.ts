import { expit } from "../expit.ts";
import { logChoose } from "../special/log-beta.ts";
import { checkStudies, type Study } from "../study.ts";
import { profileMaximum } from "./profile-maximum.ts";

/**
 * When several apply, the first of: no-cohorts, all-zero or all-events, one-cohort,
 * rho-not-identified, rho-diverges, boundary. `mean` is the mean proportion π; `logLikelihood` includes
 * the binomial coefficients.
 */
export type BetaBinomial =
  | { readonly status: "no-cohorts" }
  | {
      /**
       * - `all-zero`, `all-events`: the likelihood is largest at π = 0 or 1, and ρ does not matter.
       * - `one-cohort`: it is largest at ρ = 0, but one cohort says nothing about ρ.
       * - `rho-not-identified`: each cohort is one patient, and ρ does not enter the likelihood.
       */
      readonly status: "all-zero" | "all-events" | "one-cohort" | "rho-not-identified";
      readonly mean: number;
      readonly logLikelihood: number;
    }
  | {
      /** No overdispersion: the likelihood is largest at the binomial. */
      readonly status: "boundary";
      readonly mean: number;
      readonly rho: 0;
      readonly logLikelihood: number;
    }
  | {
      /** Each cohort has no events or only events: the likelihood grows up to its limit, given. */
      readonly status: "rho-diverges";
      readonly mean: number;
      readonly rho: 1;
      readonly logLikelihood: number;
    }
  | {
      readonly status: "ok";
      readonly mean: number;
      /** Correlation between two patients of a cohort, 1 / (α + β + 1). */
      readonly rho: number;
      /** The cohorts' proportions are Beta(α, β). */
      readonly alpha: number;
      readonly beta: number;
      readonly logLikelihood: number;
    };

/**
 * Beta-binomial model by maximum likelihood: x ~ Bin(n, p), p ~ Beta(α, β), π = α / (α + β)
 * (Skellam 1948; Griffiths 1973). The time it takes grows with the largest n; it is about half
 * a second per million.
 *
 * @throws RangeError for invalid counts.
 */
export function betaBinomial(studies: readonly Study[]): BetaBinomial {
  checkStudies(studies);
  if (studies.length === 0) return { status: "no-cohorts" };
  const x = studies.reduce((sum, { events }) => sum + events, 0);
  const n = studies.reduce((sum, study) => sum + study.n, 0);
  if (x === 0) return { status: "all-zero", mean: 0, logLikelihood: 0 };
  if (x === n) return { status: "all-events", mean: 1, logLikelihood: 0 };

  const coefficients = studies.reduce((sum, { events, n }) => sum + logChoose(n, events), 0);
  const binomial = { mean: x / n, logLikelihood: coefficients + bernoulli(x, n) };
  if (studies.length === 1) return { status: "one-cohort", ...binomial };
  if (studies.every((study) => study.n === 1)) return { status: "rho-not-identified", ...binomial };

  if (studies.every(({ events, n }) => events === 0 || events === n)) {
    const k = studies.length;
    const full = studies.filter(({ events }) => events > 0).length;
    return { status: "rho-diverges", mean: full / k, rho: 1, logLikelihood: bernoulli(full, k) };
  }

  const { logit, theta, logLik } = profileMaximum(studies);
  if (theta === 0) return { status: "boundary", rho: 0, ...binomial };
  const mean = expit(logit);
  return {
    status: "ok",
    mean,
    rho: theta / (1 + theta),
    alpha: mean / theta,
    beta: expit(-logit) / theta,
    logLikelihood: coefficients + logLik,
  };
}

/** Largest log-likelihood of `x` of `n` independent draws in their order, 0 < x < n. */
function bernoulli(x: number, n: number): number {
  return x * Math.log(x / n) + (n - x) * Math.log((n - x) / n);
}
