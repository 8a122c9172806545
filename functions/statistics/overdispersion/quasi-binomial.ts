import { expit } from "../expit.ts";
import { checkLevel } from "../level.ts";
import { chiSquaredTail } from "../special/chi-squared-tail.ts";
import { studentTQuantile } from "../special/student-t.ts";
import { checkStudies, type Study } from "../study.ts";
import type { Interval } from "../types.ts";

/** When several apply, the first of: no-cohorts, all-zero or all-events, one-cohort. */
export type QuasiBinomial =
  | {
      /** No logit: there are no cohorts, or none or all of their patients have the event. */
      readonly status: "no-cohorts" | "all-zero" | "all-events";
    }
  | {
      /** One cohort says nothing about dispersion. */
      readonly status: "one-cohort";
      readonly mu: number;
      readonly seBinomial: number;
    }
  | {
      readonly status: "ok";
      /** X² = Σ (x − n p)² / (n p (1 − p)). */
      readonly pearsonChi2: number;
      /** D = 2 Σ [x log(x / n p) + (n − x) log((n − x) / n (1 − p))]. */
      readonly deviance: number;
      /** Cohorts less one. */
      readonly df: number;
      /** Tail probabilities of X² and D under χ²(df), no overdispersion. */
      readonly pPearson: number;
      readonly pDeviance: number;
      /** φ = X² / df; below 1 the proportions are more alike than binomial ones. */
      readonly dispersion: number;
      /** logit of p. */
      readonly mu: number;
      /** 1 / √(N p (1 − p)). */
      readonly seBinomial: number;
      /** √φ · seBinomial. */
      readonly seQuasi: number;
      /** Limits of the proportion, expit(mu ∓ t(df) seQuasi). */
      readonly tInterval: Interval;
    };

/**
 * One proportion p = Σx / Σn for all cohorts, with binomial variance times a dispersion φ
 * (Wedderburn 1974; McCullagh & Nelder 1989, sec. 4.5). φ is not kept from falling below 1.
 *
 * @throws RangeError for invalid counts or level.
 */
export function quasiBinomial(
  studies: readonly Study[],
  { level = 0.95 }: { readonly level?: number } = {},
): QuasiBinomial {
  checkStudies(studies);
  checkLevel(level);
  if (studies.length === 0) return { status: "no-cohorts" };
  const total = (value: (study: Study) => number) =>
    studies.reduce((sum, study) => sum + value(study), 0);
  const x = total(({ events }) => events);
  const n = total((study) => study.n);
  if (x === 0) return { status: "all-zero" };
  if (x === n) return { status: "all-events" };

  const mu = Math.log(x / (n - x));
  const seBinomial = Math.sqrt(n / x / (n - x));
  const df = studies.length - 1;
  if (df === 0) return { status: "one-cohort", mu, seBinomial };

  // Whole numbers as long as possible: equal proportions have excess 0, not a rounding error.
  const excess = (study: Study) => (study.events * n - study.n * x) / n;
  const pearsonChi2 = total((study) => (excess(study) ** 2 / study.n) * (n / x) * (n / (n - x)));
  const deviance =
    2 *
    total(
      (study) =>
        divergence(excess(study), study.n * (x / n)) +
        divergence(-excess(study), study.n * ((n - x) / n)),
    );
  const dispersion = pearsonChi2 / df;
  const seQuasi = Math.sqrt(dispersion) * seBinomial;
  const margin = studentTQuantile((1 + level) / 2, df) * seQuasi;
  return {
    status: "ok",
    pearsonChi2,
    deviance,
    df,
    pPearson: chiSquaredTail(pearsonChi2, df),
    pDeviance: chiSquaredTail(deviance, df),
    dispersion,
    mu,
    seBinomial,
    seQuasi,
    tInterval: [expit(mu - margin), expit(mu + margin)],
  };
}

/**
 * x log(x / m) − (x − m) for x = m + `excess` events where m are expected. The second term adds up
 * to 0 over events and non-events; with it every term is positive and none cancels another.
 */
function divergence(excess: number, m: number): number {
  const events = m + excess;
  if (events <= 0) return m;
  return Math.max(0, events * Math.log1p(excess / m) - excess);
}
