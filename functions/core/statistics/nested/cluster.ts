import { gaussianKernel } from "../bayes/gaussian-kernel.ts";
import { indicesAbove } from "../bayes/indices-above.ts";
import { halveSpacing } from "../bayes/interpolate.ts";
import type { Link } from "../bayes/link.ts";
import { maximum } from "../bayes/maximum.ts";
import { powerOfTwoBelow } from "../bayes/study-likelihood.ts";
import { read } from "../read.ts";
import { type Cohort, DROP, reachOf } from "./cohort.ts";
import { type Lattice, REACH, smoothed } from "./smoothing.ts";

/** Largest steps, in standard deviations of what is tabulated or summed. */
const THETA_STEP = 1.2;
const TABLE_STEP = 0.6;
/** The linear predictor of no cluster is outside. */
const LIMIT = 40;

/** What the cohorts of one cluster say about its m, at one heterogeneity of theirs. */
export interface ClusterLikelihood {
  /** Mean and variance of the normal approximation. */
  readonly location: number;
  readonly variance: number;
  /** Log of what the tables leave out. */
  readonly logScale: number;
  /** Largest step of the tables. */
  readonly step: number;
  /** The table with this step, at least for the m from `low` to `high` that are not negligible. */
  readonly table: (step: number, low: number, high: number) => ClusterTable;
}

/** The likelihood of m, and of its proportion's powers. */
export interface ClusterTable extends Lattice {
  readonly logs: Float64Array;
  readonly values: Float64Array;
  /** Likelihood × (proportion − origin)ʳ, r = 1, 2, 3. */
  readonly powers: readonly [Float64Array, Float64Array, Float64Array];
}

/**
 * ∏ ∫ p(yᵢ | θ) N(θ; m, σ²) dθ over the cohorts of one cluster, by the trapezoidal rule. σ = 0: the
 * cohorts do not differ.
 *
 * @param origin a proportion near those of the posterior, so that moments lose no digits
 */
export function clusterLikelihood(
  cohorts: readonly Cohort[],
  sigma: number,
  link: Link,
  origin: number,
): ClusterLikelihood {
  let [precision, weighted] = [0, 0];
  for (const { location, variance } of cohorts) {
    const weight = 1 / (variance + sigma * sigma);
    precision += weight;
    weighted += weight * location;
  }
  const [location, variance] = [weighted / precision, 1 / precision];
  const reach = reachOf(variance);
  const step = powerOfTwoBelow(TABLE_STEP * Math.min(Math.sqrt(variance), 1));
  const first = Math.floor(Math.max(location - reach, -LIMIT) / step);
  const last = Math.ceil(Math.min(location + reach, LIMIT) / step);
  const whole = logLikelihoods(cohorts, sigma, { step, first, count: last - first + 1 });
  const logScale = maximum(whole);
  const [start, end] = notNegligible(whole, logScale - DROP);
  const tables = [
    tableOf({ step, first: first + start, count: end - start }, whole.subarray(start, end)),
  ];

  function tableOf(lattice: Lattice, logs: Float64Array): ClusterTable {
    const values = logs.map((log) => Math.exp(log - logScale));
    const powers = [0, 0, 0].map(
      () => new Float64Array(lattice.count),
    ) as unknown as ClusterTable["powers"];
    for (let i = 0; i < lattice.count; i += 1) {
      const distance = link.inverse((lattice.first + i) * lattice.step) - origin;
      let product = read(values, i);
      for (const power of powers) power[i] = product *= distance;
    }
    return { ...lattice, logs, values, powers };
  }

  function tableAt(halvings: number, low: number, high: number): ClusterTable {
    const known = tables[halvings];
    if (known !== undefined && covers(known, tables[0] as ClusterTable, low, high)) return known;
    const coarse = tableAt(halvings - 1, low, high);
    const from = Math.max(0, Math.floor(low / coarse.step) - coarse.first - MARGIN);
    const to = Math.min(coarse.count, Math.ceil(high / coarse.step) - coarse.first + MARGIN + 1);
    const logs = halveSpacing(coarse.logs.subarray(Math.min(from, to - 1), to));
    const made = tableOf(
      {
        step: coarse.step / 2,
        first: 2 * (coarse.first + Math.min(from, to - 1)),
        count: logs.length,
      },
      logs,
    );
    tables[halvings] = made;
    return made;
  }

  return {
    location,
    variance,
    logScale,
    step,
    table: (wanted, low, high) => tableAt(Math.round(Math.log2(step / wanted)), low, high),
  };
}

/** Points on either side of the part that is refined, so that the interpolation has neighbours. */
const MARGIN = 6;

/** Whether a table has all points of the whole one from `low` to `high`. */
function covers(table: Lattice, whole: Lattice, low: number, high: number): boolean {
  const [first, last] = [whole.first * whole.step, (whole.first + whole.count - 1) * whole.step];
  return (
    table.first * table.step <= Math.max(first, Math.min(low, last)) &&
    (table.first + table.count - 1) * table.step >= Math.min(last, Math.max(high, first))
  );
}

function logLikelihoods(cohorts: readonly Cohort[], sigma: number, lattice: Lattice): Float64Array {
  const { step, first, count } = lattice;
  const logs = new Float64Array(count);
  if (sigma === 0) {
    for (const cohort of cohorts) {
      const own = cohort.logLikelihoods(step, first, count);
      for (let i = 0; i < count; i += 1) logs[i] = read(logs, i) + read(own, i);
    }
    return logs;
  }
  const [low, high] = [first * step, (first + count - 1) * step];
  const steps = cohorts.map(({ variance }) =>
    powerOfTwoBelow(THETA_STEP / Math.sqrt(1 / (sigma * sigma) + 1 / variance + 1.6)),
  );
  const kernel = gaussianKernel(sigma, Math.min(step, ...steps), REACH * sigma);
  cohorts.forEach((cohort, c) => {
    const thetaStep = read(steps, c);
    // The integrands lie between m and the cohort's own location.
    const reach = reachOf(cohort.variance);
    const {
      first: start,
      likelihoods,
      logScale,
    } = cohort.lattice(
      thetaStep,
      Math.max(low - REACH * sigma, Math.min(low, cohort.location - reach)),
      Math.min(high + REACH * sigma, Math.max(high, cohort.location + reach)),
    );
    const thetas = { step: thetaStep, first: start, count: likelihoods.length };
    const sums = smoothed(lattice, likelihoods, thetas, kernel);
    const constant = logScale + Math.log(thetaStep / (sigma * Math.sqrt(2 * Math.PI)));
    for (let i = 0; i < count; i += 1)
      logs[i] = read(logs, i) + constant + Math.log(Math.max(read(sums, i), 1e-300));
  });
  return logs;
}

/** Index of the first value above `floor`, and the index after the last one, with a margin. */
function notNegligible(logs: Float64Array, floor: number): [number, number] {
  const [start, end] = indicesAbove(logs, floor);
  return [Math.max(0, start - MARGIN), Math.min(logs.length, end + MARGIN)];
}
