import { logPriorMu, logPriorTau, type Prior } from "../bayes/prior.ts";
import { maximum } from "../bayes/tabulated.ts";
import { read } from "../read.ts";
import type { Link } from "../scales.ts";
import {
  approximation,
  type ClusterLikelihood,
  type ClusterTable,
  clusterLikelihood,
  stepBelow,
} from "./cluster.ts";
import type { Cohort } from "./cohort.ts";
import { type Level, levels } from "./levels.ts";
import { type Kernel, kernelOf, type Lattice, SAMPLED, smoothed } from "./smoothing.ts";

/** The posterior at one pair of standard deviations, on a lattice of μ. */
export interface Node extends Lattice {
  readonly tau: number;
  /** Share of τ² that is between clusters. */
  readonly rho: number;
  /** Log of prior × likelihood × area of the cell. */
  readonly logMasses: Float64Array;
  /** Share of the posterior in each cell. */
  readonly masses: Float64Array;
  /** Their sum. */
  readonly mass: number;
  readonly clusters: readonly ClusterAtNode[];
  /** N(0, σ²) of the clusters around μ. */
  readonly kernel: Kernel;
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
  /** Proportion that is subtracted in the tables. */
  readonly origin: number;
}

/** Cells this far (in log mass) below the largest are negligible: e^−11 = 2e-5. */
const CUT = 11;
/** Cells up to this far below the cut are kept once they have been evaluated. */
const KEPT = 4;
/** Largest step of log σ, and for well-determined σ in standard deviations of it. */
const SIGMA_STEP = 0.42;
const SIGMA_STEPS = 1.3;
/** Smallest σ that is not 0, as a share of the smallest standard error. */
const SMALLEST = 0.25;
/** Largest σ, in scales of its prior. */
const LARGEST = 4.5;
/**
 * Largest steps of μ and m, in standard deviations of theirs. With a coarser μ the cells of the mean,
 * which are blurred, cannot be sharpened: 0.8 moves its distribution function by 4e-4, 0.6 by 6e-5.
 */
const MU_STEP = 0.6;
const M_STEP = 1.2;
/** Largest step of m at which sums over neighbours can smooth it. */
const FINE_STEP = 0.6;

type UnfinishedNode = Omit<Node, "mass">;

/**
 * Cohorts in clusters: θ_ij ~ N(m_j, (1−ρ)τ²), m_j ~ N(μ, ρτ²), with the prior of μ and τ and
 * ρ ~ U(0, 1). The two standard deviations are on logarithmic axes. `null` if prior and likelihood are
 * so far apart that their product underflows.
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
  // The finest lattice: of μ where the clusters do not differ.
  const finest = (sigma: number): number =>
    Math.min(
      MU_STEP * Math.sqrt(approximation(cohorts, sigma).variance),
      ...clusters.map((own) => FINE_STEP * Math.sqrt(approximation(own, sigma).variance)),
      0.5,
    );
  const unit = finest(0);

  let highest = Number.NEGATIVE_INFINITY;
  const found: UnfinishedNode[] = [];
  fromTheMiddle(within.levels, (own) => {
    const lattice = { step: stepBelow(finest(own.sigma), unit), unit };
    const column = clusters.map((cluster) =>
      clusterLikelihood(cluster, own.sigma, lattice, { link, origin }),
    );
    return fromTheMiddle(between.levels, (outer) => {
      const density = densityOf(own, outer, prior, area);
      const node = nodeAt(column, lattice.step, density, outer.sigma, prior, highest);
      if (node === null) return false;
      highest = Math.max(highest, maximum(node.logMasses));
      found.push(node);
      return true;
    });
  });
  const nodes = found.filter(({ logMasses }) => maximum(logMasses) > highest - CUT);
  if (nodes.length === 0) return null;
  let total = 0;
  for (const { logMasses, masses } of nodes) {
    for (let i = 0; i < masses.length; i += 1)
      total += masses[i] = Math.exp(read(logMasses, i) - highest);
  }
  const rows = nodes.map((node): Node => {
    let mass = 0;
    for (let i = 0; i < node.count; i += 1) mass += node.masses[i] = read(node.masses, i) / total;
    return { ...node, mass };
  });
  return { rows, logTotal: highest + Math.log(total), link, origin };
}

/**
 * Visits levels in both directions until there is nothing beside something; whether there is anything.
 */
function fromTheMiddle(of: readonly Level[], visit: (level: Level) => boolean): boolean {
  const middle = of.length >> 1;
  let found = false;
  for (const half of [of.slice(middle), of.slice(0, middle).reverse()]) {
    for (const level of half) {
      const isFound = visit(level);
      if (found && !isFound) break;
      found ||= isFound;
    }
  }
  return found;
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
      const variance = b.sigma * b.sigma;
      const total = w.sigma * w.sigma + variance;
      const t = Math.sqrt(total);
      const density =
        (2 * w.sigma * w.sigma * variance * Math.exp(logPriorTau(prior, t))) / (total * t);
      const part = w.share * b.share * area * density;
      mass += part;
      tau += part * t;
      rho += (part * variance) / total;
    }
  }
  return { mass, tau: tau / mass, rho: rho / mass };
}

function nodeAt(
  clusters: readonly ClusterLikelihood[],
  finest: number,
  { mass, tau, rho }: NodePrior,
  sigma: number,
  prior: Prior,
  highest: number,
): UnfinishedNode | null {
  // μ where every likelihood is normal.
  const { location: mean, variance } = approximation(
    [approximation(clusters, sigma), { location: prior.mu.mean, variance: prior.mu.sd ** 2 }],
    0,
  );
  const sd = Math.sqrt(variance);
  // μ as close as the kernel is narrow, or masses of m would have gaps.
  const step = stepBelow(Math.min(MU_STEP * sd, 0.5 * Math.hypot(1, tau), sigma / SAMPLED), finest);
  const tables = clusters.map(({ variance: own, table }) => {
    const widest = M_STEP / Math.sqrt(1 / (sigma * sigma) + 1 / own + 1.6);
    return table(Math.round(Math.log2(stepBelow(widest, finest) / finest)));
  });
  const kernel = kernelOf(sigma, Math.min(step, ...tables.map((table) => table.step)));
  let constant = Math.log(mass * step);
  for (const [j, { logScale }] of clusters.entries())
    constant += logScale + Math.log((tables[j] as ClusterTable).step * kernel.height);
  let low = Math.floor((mean - 5 * sd) / step);
  let high = Math.ceil((mean + 5 * sd) / step);
  for (;;) {
    const mus: Lattice = { step, first: low, count: high - low + 1 };
    const atNode = tables.map(
      (table): ClusterAtNode => ({ table, integrals: smoothed(mus, table.values, table, kernel) }),
    );
    const logMasses = new Float64Array(mus.count);
    for (let i = 0; i < mus.count; i += 1) {
      let product = 1;
      for (const { integrals } of atNode) product *= Math.max(0, read(integrals, i));
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

/** The cells around the highest one that are above `floor`. */
function trimmed(
  node: Omit<UnfinishedNode, "masses" | "clusters">,
  clusters: readonly ClusterAtNode[],
  floor: number,
): UnfinishedNode {
  const peak = node.logMasses.indexOf(maximum(node.logMasses));
  let [start, end] = [peak, peak + 1];
  while (read(node.logMasses, start - 1) > floor) start -= 1;
  while (read(node.logMasses, end) > floor) end += 1;
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
