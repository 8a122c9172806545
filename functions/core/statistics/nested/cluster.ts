import { indicesAbove, maximum } from "../bayes/tabulated.ts";
import { read } from "../read.ts";
import type { Link } from "../scales.ts";
import { type Approximation, type Cohort, DROP, reachOf } from "./cohort.ts";
import { kernelOf, type Lattice, smoothed } from "./smoothing.ts";

/** Largest step of θ, in standard deviations of what is summed. */
const THETA_STEP = 1.2;
/** The linear predictor of no cluster is outside. */
const LIMIT = 40;

/** What the cohorts of one cluster say about its m, at one heterogeneity of theirs. */
export interface ClusterLikelihood extends Approximation {
  /** Log of what the tables leave out. */
  readonly logScale: number;
  /** The likelihood at every 2ʰth point of the lattice. */
  readonly table: (halvings: number) => ClusterTable;
}

/** The likelihood of m, where it is not negligible. */
export interface ClusterTable extends Lattice {
  readonly values: Float64Array;
  /** Proportion − origin. */
  readonly proportions: Float64Array;
}

/** What several say together about the centre around which they vary by σ. */
export function approximation(parts: readonly Approximation[], sigma: number): Approximation {
  let [precision, weighted] = [0, 0];
  for (const { location, variance } of parts) {
    const weight = 1 / (variance + sigma * sigma);
    precision += weight;
    weighted += weight * location;
  }
  return { location: weighted / precision, variance: 1 / precision };
}

/** The largest power of 2 times the unit that is not above x, or the unit. */
export function stepBelow(x: number, unit: number): number {
  return unit * 2 ** Math.max(0, Math.floor(Math.log2(x / unit)));
}

/**
 * ∏ ∫ p(yᵢ | θ) N(θ; m, σ²) dθ over the cohorts of one cluster, by the trapezoidal rule.
 *
 * @param step of m
 * @param unit of all steps
 * @param origin a proportion near those of the posterior, so that moments lose no digits
 */
export function clusterLikelihood(
  cohorts: readonly Cohort[],
  sigma: number,
  { step, unit }: { readonly step: number; readonly unit: number },
  { link, origin }: { readonly link: Link; readonly origin: number },
): ClusterLikelihood {
  const { location, variance } = approximation(cohorts, sigma);
  const reach = reachOf(variance);
  const first = Math.floor(Math.max(location - reach, -LIMIT) / step);
  const last = Math.ceil(Math.min(location + reach, LIMIT) / step);
  const lattice = { step, first, count: last - first + 1 };
  const { products, logScale } = likelihoods(cohorts, sigma, lattice, unit);
  const highest = maximum(products);
  const [start, end] = indicesAbove(products, highest * Math.exp(-DROP));
  const count = end - start;
  const whole: ClusterTable = {
    ...{ step, first: first + start, count },
    values: new Float64Array(count),
    proportions: new Float64Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    whole.values[i] = read(products, start + i) / highest;
    whole.proportions[i] = link.inverse((first + start + i) * step) - origin;
  }
  const tables = [whole];
  const table = (halvings: number): ClusterTable =>
    (tables[halvings] ??= everySecond(table(halvings - 1)));
  return { location, variance, logScale: logScale + Math.log(highest), table };
}

function everySecond({ step, first, count, values, proportions }: ClusterTable): ClusterTable {
  const start = first & 1;
  const half = { step: 2 * step, first: (first + start) / 2, count: (count - start + 1) >> 1 };
  const of = (all: Float64Array): Float64Array => {
    const kept = new Float64Array(half.count);
    for (let i = 0; i < half.count; i += 1) kept[i] = read(all, 2 * i + start);
    return kept;
  };
  return { ...half, values: of(values), proportions: of(proportions) };
}

/** The likelihood on a lattice, but for a factor; it is 0 where the cohorts exclude each other. */
function likelihoods(
  cohorts: readonly Cohort[],
  sigma: number,
  lattice: Lattice,
  unit: number,
): { readonly products: Float64Array; readonly logScale: number } {
  const { step, first, count } = lattice;
  const products = new Float64Array(count).fill(1);
  let logScale = 0;
  const [low, high] = [first * step, (first + count - 1) * step];
  const steps = cohorts.map(({ variance }) =>
    stepBelow(THETA_STEP / Math.sqrt(1 / (sigma * sigma) + 1 / variance + 1.6), unit),
  );
  const kernel = kernelOf(sigma, Math.min(step, ...steps));
  const span = kernel.centre * kernel.step;
  cohorts.forEach((cohort, c) => {
    const thetaStep = read(steps, c);
    // Far from the cohort the kernel is small at its location, so that less of the likelihood counts.
    const distance = Math.max(cohort.location - low, high - cohort.location) / sigma;
    const reach = reachOf(cohort.variance, DROP + 0.5 * distance * distance);
    const own = cohort.lattice(
      thetaStep,
      Math.max(low - span, cohort.location - reach),
      Math.min(high + span, cohort.location + reach),
    );
    const thetas = { step: thetaStep, first: own.first, count: own.likelihoods.length };
    const sums = smoothed(lattice, own.likelihoods, thetas, kernel);
    logScale += own.logScale + Math.log(thetaStep * kernel.height);
    for (let i = 0; i < count; i += 1) products[i] = read(products, i) * Math.max(read(sums, i), 0);
  });
  return { products, logScale };
}
