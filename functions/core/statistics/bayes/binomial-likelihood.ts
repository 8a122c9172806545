import { expit } from "../scales.ts";
import { makeZeros, readElement } from "../special/arithmetic.ts";
import { logChoose } from "../special/gamma.ts";
import type { Study } from "../study.ts";
import { makeLatticeCache, makeLatticeLikelihood } from "./lattice-likelihood.ts";
import type { StudyLikelihood } from "./study-likelihood.ts";

/**
 * Returns the likelihood y ~ Bin(n, expit θ). Its integral over θ ~ N(μ, τ²) has no closed form.
 *
 * @param copies number of equal studies; the likelihood is raised to this power
 */
export function makeBinomialLikelihood(
  { events, n }: Study,
  copies: number,
  softplus: SoftplusLattice,
): StudyLikelihood {
  const logit = Math.log(events / (n - events));
  return makeLatticeLikelihood(
    {
      location: Math.log((events + 0.5) / (n - events + 0.5)),
      variance: 1 / (events + 0.5) + 1 / (n - events + 0.5),
      coefficient: logChoose(n, events),
      information: ((events + 0.5) * (n - events + 0.5)) / (n + 1),
      latticeCovering: makeLatticeCache(
        (step, first, count) => {
          const table = softplus(step, first, count);
          const logs = makeZeros(count);
          for (let i = 0; i < count; i += 1) {
            const value = readElement(table.values, first - table.first + i);
            logs[i] = events * (first + i) * step - n * value;
          }
          return logs;
        },
        computeLargestLogLikelihood(events, n),
      ),
      mode: (precision, mu) => findModeOfBinomialTimesNormal(events, n, logit, precision, mu),
      // It is A″ of A = n log(1 + e^θ), for which |A‴| ≤ A″.
      informationAt: (theta) => {
        const p = expit(theta);
        return n * p * (1 - p);
      },
    },
    copies,
  );
}

/** Returns the binomial log-likelihood at the observed rate, without the binomial coefficient. */
function computeLargestLogLikelihood(events: number, n: number): number {
  const part = (count: number) => (count === 0 ? 0 : count * Math.log(count / n));
  return part(events) + part(n - events);
}

/**
 * Returns the θ at which p(y | θ) N(θ; μ, 1/precision) is largest, accurate to a tenth of the standard deviation
 * of the integrand. It is the root of y − n expit θ − (θ − μ) precision, which decreases strictly in θ. It is found
 * by Newton's method inside a bracket.
 */
function findModeOfBinomialTimesNormal(
  events: number,
  n: number,
  logit: number,
  precision: number,
  mu: number,
): number {
  // The mode is between μ and the study's own logit. Without events (or non-events) that logit is
  // infinite, and the bound follows from n e^θ ≤ precision instead.
  let low = events === 0 ? Math.min(mu - 1, Math.log(precision / n)) : Math.min(mu, logit);
  let high = events === n ? Math.max(mu + 1, -Math.log(precision / n)) : Math.max(mu, logit);
  // Start from the normal approximation, or else from any point inside the bracket.
  const near = (events * (n - events)) / n;
  let theta = near > 0 ? (mu * precision + logit * near) / (precision + near) : mu;
  let lastStep = Number.POSITIVE_INFINITY;
  let stepBefore = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < 60; iteration += 1) {
    const p = expit(theta);
    const slope = events - n * p - (theta - mu) * precision;
    const information = n * p * (1 - p) + precision;
    if (slope > 0) low = theta;
    else high = theta;
    let next = theta + slope / information;
    // Newton steps that do not shrink may go to and fro for ever inside the bracket.
    const isSlow = 2 * Math.abs(next - theta) > stepBefore;
    const isBisected = isSlow || !(next >= low && next <= high);
    if (isBisected) next = (low + high) / 2;
    stepBefore = lastStep;
    lastStep = Math.abs(next - theta);
    // The mode is within the step of a bisection, and within about half the square of a small Newton step, because the
    // information changes by at most itself times that step.
    const error = isBisected ? lastStep : lastStep * lastStep;
    const hasConverged = error * error * information < 1e-2;
    theta = next;
    if (hasConverged) break;
  }
  return theta;
}

/** Holds the values of log(1 + e^θ) at θ = (first + i) · step. */
interface SoftplusTable {
  readonly first: number;
  readonly values: Float64Array;
}

/**
 * Returns a table that holds log(1 + e^θ) at `count` lattice points from index `first` on, and maybe at more;
 * see {@link makeSoftplusCache}.
 */
type SoftplusLattice = (step: number, first: number, count: number) => SoftplusTable;

/** Returns a cache of log(1 + e^θ) by step: all studies of a pool need it on the same few lattices. */
export function makeSoftplusCache(): SoftplusLattice {
  const tables = new Map<number, SoftplusTable>();
  return (step, first, count) => {
    let table = tables.get(step);
    if (
      table === undefined ||
      table.first > first ||
      table.first + table.values.length < first + count
    ) {
      table = extendSoftplusTable(table, step, first, first + count);
      tables.set(step, table);
    }
    return table;
  };
}

function extendSoftplusTable(
  previous: SoftplusTable | undefined,
  step: number,
  from: number,
  to: number,
): SoftplusTable {
  const knownFirst = previous?.first ?? from;
  const knownEnd = knownFirst + (previous?.values.length ?? 0);
  const first = Math.min(from, knownFirst);
  const values = makeZeros(Math.max(to, knownEnd) - first);
  for (let i = 0; i < values.length; i += 1) {
    const index = first + i;
    const theta = index * step;
    values[i] =
      previous !== undefined && index >= knownFirst && index < knownEnd
        ? readElement(previous.values, index - knownFirst)
        : Math.max(theta, 0) + Math.log1p(Math.exp(-Math.abs(theta)));
  }
  return { first, values };
}
