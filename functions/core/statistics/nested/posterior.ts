import { type GaussianKernel, gaussianKernel } from "../bayes/gaussian-kernel.ts";
import { indicesAbove } from "../bayes/indices-above.ts";
import type { Link } from "../bayes/link.ts";
import { maximum } from "../bayes/maximum.ts";
import { logPriorMu, logPriorTau, type Prior } from "../bayes/prior.ts";
import { powerOfTwoBelow } from "../bayes/study-likelihood.ts";
import { read } from "../read.ts";
import { type ClusterLikelihood, type ClusterTable, clusterLikelihood } from "./cluster.ts";
import type { Cohort } from "./cohort.ts";
import { type Level, levels } from "./levels.ts";
import { type Lattice, REACH, smoothed } from "./smoothing.ts";

/** The posterior at one pair of standard deviations, on a lattice of μ. */
export interface Node extends Lattice {
  readonly tau: number;
  /** Share of τ² that is between clusters. */
  readonly rho: number;
  /** Log of prior × likelihood × area of the cell. */
  readonly logMasses: Float64Array;
  /** Share of the posterior in each cell. */
  readonly masses: Float64Array;
  readonly clusters: readonly ClusterAtNode[];
  /** N(0, σ²) of the clusters around μ, or `null`: σ is 0. */
  readonly kernel: (GaussianKernel & { readonly sigma: number }) | null;
}

export interface ClusterAtNode {
  readonly table: ClusterTable;
  /** Σ table × kernel around each μ. */
  readonly integrals: Float64Array;
}

export interface NestedPosterior {
  readonly rows: readonly Node[];
  /** log of the integral of prior × likelihood. */
  readonly logTotal: number;
  readonly link: Link;
  /** Proportion from which the powers of the tables are taken. */
  readonly origin: number;
}

/** Cells this far (in log mass) below the largest are negligible: e^−12 = 6e-6. */
const CUT = 12;
/** Cells up to this far below the cut are kept once they have been evaluated. */
const KEPT = 10;
/** Largest step of log σ, and for well-determined σ in standard deviations of it. */
const SIGMA_STEP = 0.42;
const SIGMA_STEPS = 1.3;
/** Smallest σ that is not 0, as a share of the smallest standard error. */
const SMALLEST = 0.25;
/** Largest σ, in scales of its prior. */
const LARGEST = 4.5;
/** Largest steps of μ and m, in standard deviations of theirs. */
const MU_STEP = 0.6;
const M_STEP = 1;

/**
 * Cohorts in clusters: θ_ij ~ N(m_j, (1−ρ)τ²), m_j ~ N(μ, ρτ²), with the prior of μ and τ and
 * ρ ~ U(0, 1). The two standard deviations are on logarithmic axes, and every pair is visited that is
 * not negligible, from the middle of both axes on. `null` if prior and likelihood are so far apart that their
 * product underflows.
 */
export function nestedPosterior(
  clusters: readonly (readonly Cohort[])[],
  link: Link,
  prior: Prior,
): NestedPosterior | null {
  const cohorts = clusters.flat();
  const smallest = SMALLEST * Math.sqrt(Math.min(...cohorts.map(({ variance }) => variance)));
  const axis = (freedom: number): { step: number; levels: Level[] } => {
    const step = Math.min(SIGMA_STEP, SIGMA_STEPS / Math.sqrt(2 * Math.max(1, freedom)));
    return { step, levels: levels(smallest, LARGEST * prior.tau.scale, step) };
  };
  const within = axis(cohorts.length - clusters.length);
  const between = axis(clusters.length - 1);
  const area = within.step * between.step;
  const origin = link.inverse(
    cohorts.reduce((sum, { location }) => sum + location, 0) / cohorts.length,
  );
  const columns: (readonly ClusterLikelihood[] | undefined)[] = [];
  const column = (w: number, { sigma }: Level): readonly ClusterLikelihood[] =>
    (columns[w] ??= clusters.map((cluster) => clusterLikelihood(cluster, sigma, link, origin)));

  let highest = Number.NEGATIVE_INFINITY;
  const rows: Node[] = [];
  const middle = (of: readonly Level[]): number => Math.floor(of.length / 2);
  const queue = [[middle(within.levels), middle(between.levels)] as const];
  const seen = new Set(queue.map(String));
  for (const [w, b] of queue) {
    const [own, outer] = [within.levels[w], between.levels[b]];
    if (own === undefined || outer === undefined) continue;
    const node = nodeAt(
      column(w, own),
      densityOf(own, outer, prior, area),
      outer.sigma,
      prior,
      highest,
    );
    // Until one is found, nothing is known to be negligible.
    if (node === null && rows.length > 0) continue;
    if (node !== null) {
      highest = Math.max(highest, maximum(node.logMasses));
      rows.push(node);
    }
    for (const next of [
      [w + 1, b] as const,
      [w - 1, b] as const,
      [w, b + 1] as const,
      [w, b - 1] as const,
    ]) {
      if (seen.has(String(next))) continue;
      seen.add(String(next));
      queue.push(next);
    }
  }
  if (rows.length === 0) return null;
  let total = 0;
  for (const { logMasses, masses } of rows) {
    for (let i = 0; i < masses.length; i += 1)
      total += masses[i] = Math.exp(read(logMasses, i) - highest);
  }
  for (const { masses } of rows) {
    for (let i = 0; i < masses.length; i += 1) masses[i] = read(masses, i) / total;
  }
  return { rows, logTotal: highest + Math.log(total), link, origin };
}

interface NodePrior {
  /** Prior probability of the area that the node stands for. */
  readonly mass: number;
  /** Means over that area. */
  readonly tau: number;
  readonly rho: number;
}

/** The density of (log σ_within, log σ_between) where τ is half-normal and ρ uniform. */
function densityOf(within: Level, between: Level, prior: Prior, area: number): NodePrior {
  let [mass, tau, rho] = [0, 0, 0];
  for (const w of within.points) {
    for (const b of between.points) {
      const t = Math.hypot(w.sigma, b.sigma);
      const density = (2 * (w.sigma * b.sigma) ** 2 * Math.exp(logPriorTau(prior, t))) / t ** 3;
      const part = w.share * b.share * area * density;
      mass += part;
      tau += part * t;
      rho += part * (b.sigma / t) ** 2;
    }
  }
  return { mass, tau: tau / mass, rho: rho / mass };
}

function nodeAt(
  clusters: readonly ClusterLikelihood[],
  { mass, tau, rho }: NodePrior,
  sigma: number,
  prior: Prior,
  highest: number,
): Node | null {
  const { mean, sd } = approximateMu(clusters, sigma, prior);
  const step = powerOfTwoBelow(Math.min(MU_STEP * sd, 0.5 * Math.hypot(1, tau)));
  const steps = clusters.map(({ variance, step: widest }) => {
    const own = sigma === 0 ? step : M_STEP / Math.sqrt(1 / (sigma * sigma) + 1 / variance + 1.6);
    return Math.min(widest, powerOfTwoBelow(own));
  });
  const kernel =
    sigma === 0
      ? null
      : { sigma, ...gaussianKernel(sigma, Math.min(step, ...steps), REACH * sigma) };
  const constant = clusters.reduce(
    (sum, { logScale }, j) =>
      sum +
      logScale +
      (kernel === null ? 0 : Math.log(read(steps, j) / (sigma * Math.sqrt(2 * Math.PI)))),
    Math.log(mass * step),
  );
  let low = Math.floor((mean - 5 * sd) / step);
  let high = Math.ceil((mean + 5 * sd) / step);
  for (;;) {
    const mus: Lattice = { step, first: low, count: high - low + 1 };
    const atNode = clusters.map((cluster, j): ClusterAtNode => {
      const table = cluster.table(
        read(steps, j),
        low * step - REACH * sigma,
        high * step + REACH * sigma,
      );
      return {
        table,
        integrals:
          kernel === null ? picked(mus, table) : smoothed(mus, table.values, table, kernel),
      };
    });
    const logMasses = new Float64Array(mus.count);
    for (let i = 0; i < mus.count; i += 1) {
      let product = 1;
      for (const { integrals } of atNode) product *= read(integrals, i);
      logMasses[i] = constant + logPriorMu(prior, (low + i) * step) + Math.log(product);
    }
    const best = maximum(logMasses);
    const floor = Math.max(highest, best) - CUT;
    if (!(best > floor)) return null;
    const below = read(logMasses, 0) > floor;
    const above = read(logMasses, mus.count - 1) > floor;
    if (!below && !above)
      return trimmed({ ...mus, tau, rho, logMasses, kernel }, atNode, floor - KEPT);
    if (below) low -= Math.ceil(mus.count / 3);
    if (above) high += Math.ceil(mus.count / 3);
  }
}

/** The cells between the first and the last one above `floor`. */
function trimmed(
  node: Omit<Node, "masses" | "clusters">,
  clusters: readonly ClusterAtNode[],
  floor: number,
): Node {
  const [start, end] = indicesAbove(node.logMasses, floor);
  return {
    ...node,
    first: node.first + start,
    count: end - start,
    logMasses: node.logMasses.subarray(start, end),
    masses: new Float64Array(end - start),
    clusters: clusters.map(({ table, integrals }) => ({
      table,
      integrals: integrals.subarray(start, end),
    })),
  };
}

/** Mean and standard deviation of μ where every likelihood is normal. */
function approximateMu(clusters: readonly ClusterLikelihood[], sigma: number, { mu }: Prior) {
  let precision = 1 / (mu.sd * mu.sd);
  let weighted = precision * mu.mean;
  for (const { location, variance } of clusters) {
    const weight = 1 / (variance + sigma * sigma);
    precision += weight;
    weighted += weight * location;
  }
  return { mean: weighted / precision, sd: 1 / Math.sqrt(precision) };
}

/** The values of a table at the points of a lattice, 0 outside of it. */
function picked({ step, first, count }: Lattice, table: ClusterTable): Float64Array {
  const stride = Math.round(step / table.step);
  return Float64Array.from(
    { length: count },
    (_, i) => table.values[(first + i) * stride - table.first] ?? 0,
  );
}
