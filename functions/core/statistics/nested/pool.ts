import { type BayesContrast, contrastPosteriors } from "../bayes/contrast.ts";
import { type Density, densityQuantile } from "../bayes/density.ts";
import { checkLandmarks } from "../bayes/pool.ts";
import { momentsOf, type Posterior } from "../bayes/posterior.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR, type Prior } from "../bayes/prior.ts";
import { softplusStore } from "../bayes/softplus.ts";
import type { Interval } from "../interval.ts";
import { remembered } from "../remembered.ts";
import { CLOGLOG, type LandmarkStudy, type Link, LOGIT, orderedLimits } from "../scales.ts";
import { checkStudies, type Study } from "../study.ts";
import { binomialCohort, type Cohort, normalCohort } from "./cohort.ts";
import { meanDensity } from "./mean.ts";
import { type NestedPosterior, nestedPosterior } from "./posterior.ts";
import { clusterRows, densityOfRows } from "./slices.ts";

/** Cohorts that resemble each other, e.g. those of one product. */
export interface Cluster<T> {
  readonly studies: readonly T[];
  /** Whether it counts in the mean of the clusters; default true. */
  readonly averaged?: boolean;
}

/** Posterior median of a proportion, and its equal-tailed credible interval. */
export interface Estimate {
  readonly estimate: number;
  readonly interval: Interval;
}

/** All numbers are finite; proportions are 0–1. What only some ask for is computed when it is read. */
export interface NestedPool {
  /** Number of studies. */
  readonly k: number;
  /** Plain mean of the proportions at m over the averaged clusters; `null` if there is none. */
  readonly mean: Estimate | null;
  /** The proportion at μ: a typical cohort of any cluster, also one that is not here. */
  readonly mu: Estimate;
  /** The proportion at m of each cluster that has studies, in the order given. */
  readonly clusters: readonly Estimate[];
  /** Posterior means of the total standard deviation and of the clusters' share of its square. */
  readonly tau: number;
  readonly rho: number;
  /** log p(data), with all constants. */
  readonly logMarginalLikelihood: number;
  readonly posterior: {
    readonly mean: Posterior | null;
    readonly mu: Posterior;
    readonly clusters: readonly Posterior[];
  };
}

interface NestedOptions {
  readonly prior?: Prior;
  /** Probability of the intervals, default 0.95. */
  readonly level?: number;
}

/**
 * Pools proportions of cohorts in clusters by the binomial–normal model with exact likelihood:
 * y_ij ~ Bin(n_ij, expit θ_ij), θ_ij ~ N(m_j, (1−ρ)τ²), m_j ~ N(μ, ρτ²), μ ~ N(0, 2.5²),
 * τ ~ half-normal(1) unless another prior is given, ρ ~ U(0, 1). The quadrature is deterministic, and
 * the order of clusters and studies does not change a single bit of the result. `null` without
 * studies, or if the prior excludes the data, which cannot happen with the default prior.
 *
 * @throws RangeError for invalid counts.
 */
export function poolNestedProportions(
  clusters: readonly Cluster<Study>[],
  options: NestedOptions = {},
): NestedPool | null {
  checkStudies(clusters.flatMap(({ studies }) => studies));
  const softplus = softplusStore();
  return pool(
    clusters,
    (a, b) => a.n - b.n || a.events - b.events,
    (study) => binomialCohort(study, softplus),
    LOGIT,
    { prior: DEFAULT_PRIOR, ...options },
  );
}

/**
 * The same model for survival at one time: y_ij ~ N(θ_ij, se_ij²), default τ ~ half-normal(0.5).
 * Estimates and intervals are survival, S = exp(−exp θ).
 *
 * @throws RangeError for a y or se that is not finite, or an se ≤ 0.
 */
export function poolNestedLandmarks(
  clusters: readonly Cluster<LandmarkStudy>[],
  options: NestedOptions = {},
): NestedPool | null {
  checkLandmarks(clusters.flatMap(({ studies }) => studies));
  return pool(clusters, (a, b) => a.se - b.se || a.y - b.y, normalCohort, CLOGLOG, {
    prior: DEFAULT_LANDMARK_PRIOR,
    ...options,
  });
}

/** Two pools of the same kind, by their means or by μ; `null` where one has no mean. */
export function contrastNested(
  a: NestedPool,
  b: NestedPool,
  of: "mean" | "mu",
  { level = 0.95 }: Pick<NestedOptions, "level"> = {},
): BayesContrast | null {
  const [first, second] = [a.posterior[of], b.posterior[of]];
  return first && second && contrastPosteriors(first, second, level);
}

function pool<T>(
  given: readonly Cluster<T>[],
  order: (a: T, b: T) => number,
  cohortOf: (study: T) => Cohort,
  link: Link,
  { prior, level = 0.95 }: NestedOptions & { prior: Prior },
): NestedPool | null {
  const k = given.reduce((sum, { studies }) => sum + studies.length, 0);
  // In an order of their own, so that sums do not depend on the order given.
  const ordered = given
    .flatMap(({ studies, averaged = true }, index) =>
      studies.length === 0 ? [] : [{ index, averaged, studies: [...studies].sort(order) }],
    )
    .sort((a, b) => inOrder(a.studies, b.studies, order));
  if (ordered.length === 0) return null;
  const posterior = nestedPosterior(
    ordered.map(({ studies }) => studies.map(cohortOf)),
    link,
    prior,
  );
  if (posterior === null) return null;
  return summary(posterior, k, level, ordered);
}

/** By number of studies, then by the first that differ. */
function inOrder<T>(a: readonly T[], b: readonly T[], order: (a: T, b: T) => number): number {
  if (a.length !== b.length) return a.length - b.length;
  for (const [i, study] of a.entries()) {
    const other = b[i];
    const difference = other === undefined ? 0 : order(study, other);
    if (difference !== 0) return difference;
  }
  return 0;
}

function summary(
  posterior: NestedPosterior,
  k: number,
  level: number,
  ordered: readonly { readonly index: number; readonly averaged: boolean }[],
): NestedPool {
  const { rows, logTotal, link } = posterior;
  const tail = (1 - level) / 2;
  let [tau, rho] = [0, 0];
  for (const node of rows) {
    tau += node.mass * node.tau;
    rho += node.mass * node.rho;
  }
  const mu = posteriorOf(densityOfRows(rows, logTotal), link);
  const averaged = ordered.flatMap(({ averaged: counts }, j) => (counts ? [j] : []));
  const mean = remembered(() =>
    averaged.length === 0 ? null : posteriorOf(meanDensity(posterior, averaged), link),
  );
  const clusters = remembered(() =>
    ordered
      .map(({ index }, j) => {
        const own = clusterRows(posterior, j);
        return { index, density: posteriorOf(densityOfRows(own, logTotal), link) };
      })
      .sort((a, b) => a.index - b.index),
  );
  const estimateOf = ({ mu: density }: Posterior): Estimate => ({
    estimate: link.inverse(densityQuantile(density, 0.5)),
    interval: orderedLimits(link, [
      densityQuantile(density, tail),
      densityQuantile(density, 1 - tail),
    ]),
  });
  return {
    k,
    get mean() {
      const density = mean();
      return density && estimateOf(density);
    },
    mu: estimateOf(mu),
    get clusters() {
      return clusters().map(({ density }) => estimateOf(density));
    },
    tau,
    rho,
    logMarginalLikelihood: logTotal,
    posterior: {
      mu,
      get mean() {
        return mean();
      },
      get clusters() {
        return clusters().map(({ density }) => density);
      },
    },
  };
}

function posteriorOf(mu: Density, link: Link): Posterior {
  const moments = { mu: momentsOf(mu, (value) => value), proportion: momentsOf(mu, link.inverse) };
  return { link: link.name, mu, moments };
}
