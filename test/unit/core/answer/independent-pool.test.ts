/**
 * Computes the response rates of the default question again from the same counts, by plain sums
 * over a dense grid. It shares no code with the product, so a mistake there would show here: yᵢ ~
 * Bin(nᵢ, pᵢ), logit pᵢ ~ N(μ, τ²), μ ~ N(0, 2.5²), τ ~ half-normal(1).
 */
import { describe, expect, it } from "vitest";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { asked } from "../../../support/queries.ts";

interface Count {
  events: number;
  n: number;
}

interface Grid {
  mu: number[];
  /** Posterior probability of each μ; adds up to 1. */
  mass: number[];
}

const expit = (x: number) => 1 / (1 + Math.exp(-x));

/** Of it is the highest likelihood of a study, whatever its size. */
const xLogX = (x: number) => (x > 0 ? x * Math.log(x) : 0);

const step = 0.0125;

/** θ at a grid point; that of μ is every second of it. */
const logit = (point: number) => point * step;

/** The likelihood of a study at each θ, scaled so that its highest is 1. */
function likelihoodOf({ events, n }: Count, points: number): Float64Array {
  const peak = xLogX(events) + xLogX(n - events) - xLogX(n);
  return Float64Array.from({ length: 2 * points + 1 }, (_, index) => {
    const theta = logit(index - points);
    return Math.exp(events * theta - n * Math.log1p(Math.exp(theta)) - peak);
  });
}

function posterior(counts: readonly Count[]): Grid {
  const events = counts.reduce((total, one) => total + one.events, 0);
  const n = counts.reduce((total, one) => total + one.n, 0);
  const centre = Math.round(Math.log(events / (n - events)) / (2 * step)) * 2;
  const points = Array.from({ length: 241 }, (_, i) => centre + (i - 120) * 2);
  const logs = points.map(() => [] as number[]);
  const furthest = Math.ceil((7 * 4.5) / step);
  const reach = furthest + Math.abs(centre) + 240;
  const likelihoods = counts.map((one) => likelihoodOf(one, reach));
  for (let tau = 0.025; tau < 4.5; tau += 0.05) {
    const width = Math.ceil((7 * tau) / step);
    const weights = Float64Array.from({ length: 2 * width + 1 }, (_, index) => {
      const z = logit(index - width) / tau;
      return (step / tau) * Math.exp(-z * z * 0.5) * Math.SQRT1_2 * Math.sqrt(1 / Math.PI);
    });
    points.forEach((point, i) => {
      let log = -0.5 * (logit(point) / 2.5) ** 2 - 0.5 * tau ** 2;
      for (const likelihood of likelihoods) {
        const first = reach + point - width;
        let sum = 0;
        for (let j = 0; j < weights.length; j += 1) {
          sum += (weights[j] ?? 0) * (likelihood[first + j] ?? 0);
        }
        log += Math.log(sum);
      }
      logs[i]?.push(log);
    });
  }
  const highest = Math.max(...logs.flat());
  const mass = logs.map((row) => row.reduce((total, log) => total + Math.exp(log - highest), 0));
  const total = mass.reduce((sum, one) => sum + one, 0);
  return { mu: points.map(logit), mass: mass.map((one) => one / total) };
}

/** P(μ ≤ x); the mass of each grid point is spread evenly over its cell. */
function below({ mu, mass }: Grid, x: number): number {
  const cell = (mu[1] ?? 0) - (mu[0] ?? 0);
  return mass.reduce((total, one, i) => {
    const share = (x - ((mu[i] ?? 0) - cell / 2)) / cell;
    return total + one * Math.min(1, Math.max(0, share));
  }, 0);
}

/** Finds where an increasing function reaches a probability, by bisection. */
function quantile(probability: number, low: number, high: number, of: (x: number) => number) {
  let [from, to] = [low, high];
  for (let i = 0; i < 60; i += 1) {
    const middle = (from + to) / 2;
    if (of(middle) < probability) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

function rate(grid: Grid, probability: number): number {
  const [low, high] = [grid.mu[0] ?? 0, grid.mu.at(-1) ?? 0];
  return expit(quantile(probability, low, high, (x) => below(grid, x)));
}

/** P(p of CAR-T − p of bispecifics ≤ d). */
function differenceBelow(carT: Grid, bsab: Grid, d: number): number {
  return bsab.mass.reduce((total, one, j) => {
    const limit = expit(bsab.mu[j] ?? 0) + d;
    if (limit <= 0) return total;
    if (limit >= 1) return total + one;
    return total + one * below(carT, Math.log(limit / (1 - limit)));
  }, 0);
}

describe("the response rate of the default question, computed independently", () => {
  const [row] = compare(asked("outcome=orr", dataset), dataset, models).outcomes;
  if (!row) throw new Error("no answer");
  const counts = (group: "car-t" | "bsab") =>
    row.pools[group].studies.map(({ events, n }) => ({ events: events ?? 0, n: n ?? 0 }));
  const grids = { "car-t": posterior(counts("car-t")), bsab: posterior(counts("bsab")) };
  const [contrast] = row.contrasts;

  it.each(["car-t", "bsab"] as const)("is the same for %s, with the same interval", (group) => {
    const { estimate, interval } = row.pools[group];
    const grid = grids[group];
    expect(Math.abs((estimate ?? -1) - rate(grid, 0.5))).toBeLessThan(5e-4);
    expect(Math.abs((interval?.[0] ?? -1) - rate(grid, 0.025))).toBeLessThan(5e-4);
    expect(Math.abs((interval?.[1] ?? -1) - rate(grid, 0.975))).toBeLessThan(5e-4);
  });

  it("differs between the classes by as much, with the same interval", () => {
    const { differencePer100, differenceInterval } = contrast ?? {};
    const at = (probability: number) =>
      quantile(probability, -1, 1, (d) => differenceBelow(grids["car-t"], grids.bsab, d));
    expect(Math.abs((differencePer100 ?? 0) / 100 - at(0.5))).toBeLessThan(5e-4);
    expect(Math.abs((differenceInterval?.[0] ?? 0) / 100 - at(0.025))).toBeLessThan(5e-4);
    expect(Math.abs((differenceInterval?.[1] ?? 0) / 100 - at(0.975))).toBeLessThan(5e-4);
  });

  it("is as likely to be higher with CAR-T", () => {
    const higher = 1 - differenceBelow(grids["car-t"], grids.bsab, 0);
    expect(Math.abs((contrast?.probabilityHigher ?? 0) - higher)).toBeLessThan(5e-4);
  });
}, 30_000);
