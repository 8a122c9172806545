import { CLOGLOG, type LandmarkStudy, type Link, LOGIT } from "../scales.ts";
import { assertValidStudies, type Study } from "../study.ts";
import { makeBinomialLikelihood, makeSoftplusCache } from "./binomial-likelihood.ts";
import { computePosteriorSummary, type PosteriorSummary } from "./posterior.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR, type Prior } from "./prior.ts";
import { makeNormalLikelihood, type StudyLikelihood } from "./study-likelihood.ts";

/**
 * The status is the first that applies of: no-cohorts, all-zero or all-events, one-cohort. `prior-conflict`:
 * the prior excludes the observed data; this cannot happen with the default priors.
 */
export type PoolStatus =
  | "ok"
  | "no-cohorts"
  | "one-cohort"
  | "all-zero"
  | "all-events"
  | "prior-conflict";

/** Holds the posterior of one group, or the status that says why there is none; then every number is `null`. */
export type BayesPool = FittedBayesPool | EmptyBayesPool;

export interface FittedBayesPool extends PosteriorSummary {
  readonly status: Exclude<PoolStatus, EmptyBayesPool["status"]>;
  /** `k` is the number of studies. */
  readonly k: number;
}

/** Every number is `null` without a posterior. */
type EmptyBayesPool = { readonly [Name in keyof PosteriorSummary]: null } & {
  readonly status: "no-cohorts" | "prior-conflict";
  readonly k: number;
};

const EMPTY: EmptyBayesPool = {
  status: "no-cohorts",
  k: 0,
  estimate: null,
  interval: null,
  predictionInterval: null,
  mu: null,
  tau: null,
  logMarginalLikelihood: null,
  posterior: null,
};

export interface PoolOptions {
  readonly prior?: Prior;
  /** `level` is the probability of the intervals, by default 0.95. */
  readonly level?: number;
  /** `predictive` is true, the default, if a new cohort is predicted, too. */
  readonly predictive?: boolean;
}

/**
 * Pools proportions by the binomial–normal random-effects model with exact likelihood: yᵢ ~ Bin(nᵢ,
 * pᵢ), logit pᵢ ~ N(μ, τ²), μ ~ N(0, 2.5²), τ ~ half-normal(1) unless another prior is given
 * (Smith, Spiegelhalter & Thomas 1995; half-normal: Röver et al. 2021). The quadrature is
 * deterministic, and the order of the studies does not change a single bit of the result.
 *
 * @throws RangeError for invalid counts.
 */
export function poolProportions(studies: readonly Study[], options: PoolOptions = {}): BayesPool {
  assertValidStudies(studies);
  const sorted = [...studies].sort((a, b) => a.n - b.n || a.events - b.events);
  const softplus = makeSoftplusCache();
  const likelihoods = groupEqualNeighbours(
    sorted,
    (a, b) => a.n === b.n && a.events === b.events,
  ).map(([study, copies]) => makeBinomialLikelihood(study, copies, softplus));
  const status =
    studies.length === 0
      ? "no-cohorts"
      : studies.every(({ events }) => events === 0)
        ? "all-zero"
        : studies.every(({ events, n }) => events === n)
          ? "all-events"
          : judgeStatusByCount(studies.length);
  return poolLikelihoods(likelihoods, studies.length, status, LOGIT, {
    prior: DEFAULT_PRIOR,
    ...options,
  });
}

/**
 * Pools survival at one time by the random-effects model with normal likelihood: yᵢ ~ N(θᵢ, seᵢ²), θᵢ ~ N(μ, τ²),
 * by default τ ~ half-normal(0.5). Estimates and intervals are survival, S = exp(−exp θ).
 *
 * @throws RangeError for a y or se that is not finite, or an se ≤ 0.
 */
export function poolLandmarks(
  studies: readonly LandmarkStudy[],
  options: PoolOptions = {},
): BayesPool {
  assertValidLandmarks(studies);
  const sorted = [...studies].sort((a, b) => a.se - b.se || a.y - b.y);
  const likelihoods = groupEqualNeighbours(sorted, (a, b) => a.y === b.y && a.se === b.se).map(
    ([{ y, se }, copies]) => makeNormalLikelihood(y, se, copies),
  );
  return poolLikelihoods(likelihoods, studies.length, judgeStatusByCount(studies.length), CLOGLOG, {
    prior: DEFAULT_LANDMARK_PRIOR,
    ...options,
  });
}

function poolLikelihoods(
  likelihoods: readonly StudyLikelihood[],
  k: number,
  status: FittedBayesPool["status"] | "no-cohorts",
  link: Link,
  { prior, level = 0.95, predictive = true }: PoolOptions & { prior: Prior },
): BayesPool {
  if (status === "no-cohorts") return EMPTY;
  const summary = computePosteriorSummary(likelihoods, link, prior, level, predictive);
  return summary === null ? { ...EMPTY, status: "prior-conflict", k } : { status, k, ...summary };
}

function judgeStatusByCount(k: number): "no-cohorts" | "one-cohort" | "ok" {
  if (k === 0) return "no-cohorts";
  return k === 1 ? "one-cohort" : "ok";
}

/** Groups equal neighbours and returns [value, number of them]. */
function groupEqualNeighbours<T>(
  sortedValues: readonly T[],
  equal: (a: T, b: T) => boolean,
): [T, number][] {
  const runs: [T, number][] = [];
  for (const value of sortedValues) {
    const run = runs.at(-1);
    if (run !== undefined && equal(run[0], value)) run[1] += 1;
    else runs.push([value, 1]);
  }
  return runs;
}

/** @throws RangeError for a y or se that is not finite, or an se ≤ 0. */
function assertValidLandmarks(studies: readonly LandmarkStudy[]): void {
  studies.forEach(({ y, se }, index) => {
    if (!Number.isFinite(y)) throw new RangeError(`studies[${index}].y must be finite, got ${y}`);
    if (!(se > 0 && Number.isFinite(se))) {
      throw new RangeError(`studies[${index}].se must be positive and finite, got ${se}`);
    }
  });
}
