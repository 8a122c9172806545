/**
 * `npm run coverage`: how often intervals of nominal 95 % contain the truth, by simulation from the
 * binomial–normal model. `npm run coverage -- 500 7` sets data sets per cell and seed.
 */
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import type { Interval } from "#core/statistics/interval.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { expit } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";
import { binomialNormalStudies, normal, type Random, seeded } from "../stress/random-studies.ts";
import { wholeNumbers } from "../support/whole-numbers.ts";

const ks = [2, 3, 6, 12, 26];
const taus = [0.2, 0.5, 0.8, 1, 1.2];
const rates = [0.01, 0.05, 0.2, 0.5, 0.65, 0.9];
const [runs, seed] = wholeNumbers(process.argv.slice(2), [3000, 20_261_120]);

/**
 * Sizes like those of published cohorts: 15 to 180 patients, evenly distributed on the log scale.
 */
const smallest = 15;
const largest = 180;

/**
 * Whether each interval contains the typical rate or the rate of a new cohort. `null`: no interval.
 */
interface Intervals {
  readonly bayes: Interval | null;
  readonly glmmT: Interval | null;
  readonly glmmWald: Interval | null;
  readonly hartungKnapp: Interval | null;
  readonly bayesNew: Interval | null;
  readonly higginsNew: Interval | null;
}

const METHODS = [
  ["bayes", "Bayes"],
  ["glmmT", "GLMM, t(k − 1)"],
  ["glmmWald", "GLMM, Wald"],
  ["hartungKnapp", "REML, Hartung–Knapp"],
  ["bayesNew", "Bayes, new cohort"],
  ["higginsNew", "REML, new cohort, t(k − 2)"],
] as const satisfies readonly (readonly [keyof Intervals, string])[];

interface Tally {
  covered: number;
  missing: number;
}

/** The results of all methods in one cell of the simulation. */
interface Cell {
  readonly k: number;
  readonly tau: number;
  readonly rate: number;
  readonly tallies: Record<keyof Intervals, Tally>;
}

const random = seeded(seed);
const cells: Cell[] = ks.flatMap((k) =>
  taus.flatMap((tau) => rates.map((rate) => ({ k, tau, rate, tallies: simulate(k, tau, rate) }))),
);

const byTau = ks.flatMap((k) =>
  taus.map((tau) => [k, tau.toFixed(1), ...row((cell) => cell.k === k && cell.tau === tau)]),
);
const byRate = ks.flatMap((k) =>
  rates.map((rate) => [k, `${100 * rate} %`, ...row((cell) => cell.k === k && cell.rate === rate)]),
);
const labels = METHODS.map(([, label]) => label);
printTable(["k", "τ", ...labels], byTau);
printTable(["k", "rate", ...labels], byRate);
console.log(`${runs} data sets a cell, seed ${seed}, ${lowestOfDefault()}`);

function printTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const line = (items: readonly (string | number)[]) => `| ${items.join(" | ")} |`;
  console.log([line(head), line(head.map(() => "--:")), ...rows.map(line), ""].join("\n"));
}

function row(of: (cell: Cell) => boolean): string[] {
  const chosen = cells.filter(of);
  return METHODS.map(([method]) => summary(chosen.map(({ tallies }) => tallies[method])));
}

function lowestOfDefault(): string {
  const share = ({ tallies }: Cell) => (100 * tallies.bayes.covered) / runs;
  const lowest = cells
    .filter(({ k, tau }) => k >= 3 && tau <= 1)
    .reduce((low, cell) => (share(cell) < share(low) ? cell : low));
  const { k, tau, rate } = lowest;
  const error = 100 * Math.sqrt((0.95 * 0.05) / runs);
  return `simulation error ±${error.toFixed(1)}. Lowest coverage of the default at k ≥ 3 and τ ≤ 1: ${share(lowest).toFixed(1)} % (k ${k}, τ ${tau}, rate ${100 * rate} %).`;
}

/**
 * Mean over cells, in brackets the lowest cell; then the proportion without an interval, if any.
 */
function summary(tallies: readonly Tally[]): string {
  const shares = tallies.map(({ covered, missing }) => (100 * covered) / (runs - missing));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const missing = tallies.reduce((sum, tally) => sum + tally.missing, 0) / (runs * tallies.length);
  const none = missing > 0.0005 ? `, none ${(100 * missing).toFixed(0)}` : "";
  return shares.some(Number.isNaN)
    ? "–"
    : `${mean.toFixed(1)} (${Math.min(...shares).toFixed(1)}${none})`;
}

function simulate(k: number, tau: number, rate: number): Record<keyof Intervals, Tally> {
  const mu = Math.log(rate / (1 - rate));
  const tally = (): Tally => ({ covered: 0, missing: 0 });
  const tallies: Record<keyof Intervals, Tally> = {
    bayes: tally(),
    glmmT: tally(),
    glmmWald: tally(),
    hartungKnapp: tally(),
    bayesNew: tally(),
    higginsNew: tally(),
  };
  for (let run = 0; run < runs; run += 1) {
    const found = intervals(binomialNormalStudies(random, sizes(k, random), mu, tau));
    const another = expit(mu + tau * normal(random));
    for (const [method] of METHODS) {
      const interval = found[method];
      const truth = method.endsWith("New") ? another : rate;
      if (interval === null) tallies[method].missing += 1;
      else if (interval[0] <= truth && truth <= interval[1]) tallies[method].covered += 1;
    }
  }
  return tallies;
}

function intervals(studies: readonly Study[]): Intervals {
  const bayes = poolProportions(studies);
  const glmm = poolGlmm(studies);
  const reml = poolInverseVariance(studies, {
    method: "REML",
    test: "knha",
  });
  return {
    bayes: bayes.interval,
    bayesNew: bayes.predictionInterval,
    glmmT: "fit" in glmm ? glmm.tInterval : null,
    glmmWald: "fit" in glmm ? glmm.waldInterval : null,
    hartungKnapp: "interval" in reml ? reml.interval : null,
    higginsNew: "interval" in reml ? reml.predictionInterval : null,
  };
}

function sizes(k: number, draw: Random): number[] {
  return Array.from({ length: k }, () => Math.round(smallest * (largest / smallest) ** draw()));
}
