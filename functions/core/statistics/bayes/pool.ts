import { CLOGLOG, type LandmarkStudy, type Link, LOGIT } from "../scales.ts";
import { assertValidStudies, type Study } from "../study.ts";
import { makeBinomialLikelihood, makeSoftplusCache } from "./binomial-likelihood.ts";
import { type JointModel, makeJointModel } from "./joint.ts";
import { makePartModels } from "./part-models.ts";
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
  /**
   * `prior` must not contradict the data: a normal approximation places the grid, which is too coarse where they do. The
   * default priors are wide enough for what trials report.
   */
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
  const softplus = makeSoftplusCache();
  const likelihoods = groupEqualNeighbours([...studies].sort(compareStudies), isSameStudy).map(
    ([study, copies]) => makeBinomialLikelihood(study, copies, softplus),
  );
  return poolLikelihoods(likelihoods, studies.length, judgeStatus(studies), LOGIT, {
    prior: DEFAULT_PRIOR,
    ...options,
  });
}

/**
 * Returns a function that pools these studies without some of them, like {@link poolProportions} but on a grid that all
 * such parts share: many parts cost little more than the pool of all. The result depends neither on the order of the
 * studies nor on the parts pooled before.
 *
 * @returns The function takes the indices of the studies left out.
 * @throws RangeError for invalid counts.
 */
export function makePartPooler(
  studies: readonly Study[],
  options: PoolOptions = {},
): (without: readonly number[]) => BayesPool {
  assertValidStudies(studies);
  const { prior = DEFAULT_PRIOR } = options;
  const softplus = makeSoftplusCache();
  const order = studies.map((study, index) => ({ ...study, index })).sort(compareStudies);
  const makeModel = makePartModels(
    order.map((study) => makeBinomialLikelihood(study, 1, softplus)),
    prior,
  );
  return (without) => {
    const omitted = new Set(without);
    const part = studies.filter((_, index) => !omitted.has(index));
    const status = judgeStatus(part);
    if (status === "no-cohorts") return EMPTY;
    const places = order.flatMap(({ index }, place) => (omitted.has(index) ? [place] : []));
    return poolModel(makeModel(new Set(places)), part.length, status, LOGIT, options);
  };
}

function compareStudies(a: Study, b: Study): number {
  return a.n - b.n || a.events - b.events;
}

function isSameStudy(a: Study, b: Study): boolean {
  return a.n === b.n && a.events === b.events;
}

function judgeStatus(studies: readonly Study[]): FittedBayesPool["status"] | "no-cohorts" {
  if (studies.length === 0) return "no-cohorts";
  if (studies.every(({ events }) => events === 0)) return "all-zero";
  if (studies.every(({ events, n }) => events === n)) return "all-events";
  return judgeStatusByCount(studies.length);
}

/**
 * Pools survival at one time by the random-effects model with normal likelihood: yᵢ ~ N(θᵢ, seᵢ²), θᵢ ~ N(μ, τ²),
 * by default τ ~ half-normal(0.5). Estimates and intervals are survival, S = exp(−exp θ).
 *
 * @throws RangeError for a y or se that is not finite, or an se below 1e-150.
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
  { prior, ...options }: PoolOptions & { prior: Prior },
): BayesPool {
  if (status === "no-cohorts") return EMPTY;
  return poolModel(makeJointModel(likelihoods, prior), k, status, link, options);
}

function poolModel(
  model: JointModel,
  k: number,
  status: FittedBayesPool["status"],
  link: Link,
  { level = 0.95, predictive = true }: Pick<PoolOptions, "level" | "predictive">,
): BayesPool {
  const summary = computePosteriorSummary(model, link, level, predictive);
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

/** The square of a smaller se loses precision, or is 0. */
const SMALLEST_SE = 1e-150;

/** @throws RangeError for a y or se that is not finite, or an se below 1e-150. */
function assertValidLandmarks(studies: readonly LandmarkStudy[]): void {
  studies.forEach(({ y, se }, index) => {
    if (!Number.isFinite(y)) throw new RangeError(`studies[${index}].y must be finite, got ${y}`);
    if (!(se >= SMALLEST_SE && Number.isFinite(se))) {
      throw new RangeError(
        `studies[${index}].se must be finite and at least ${SMALLEST_SE}, got ${se}`,
      );
    }
  });
}
