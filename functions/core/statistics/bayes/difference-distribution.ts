import { read } from "../read.ts";
import type { Link } from "../scales.ts";
import { findIncreasingRoot, type ValueAndSlope } from "../special/increasing-root.ts";
import { axisValue, type Density, evaluateDensity } from "./density.ts";

/** Describes the distribution of X − Y for independent X and Y. */
interface DifferenceDistribution {
  /** Returns P(X − Y ≤ d). */
  readonly below: (d: number) => number;
  /** Returns the d with P(X − Y ≤ d) = `probability`; the search begins at `start`. */
  readonly quantile: (probability: number, start: number) => number;
}

/** Computes P(X − Y ≤ d) and its slope by one quadrature rule. */
type Rule = (d: number) => ValueAndSlope;

/** Holds the distances of the points used; 8: the original grid; finer ones for sharp distributions. */
const STRIDES = [16, 8, 4, 2, 1];
const TOLERANCE = 1e-6;
/** States by how much two results of one kind may differ, and those of both kinds. */
const AGREEMENT = 2e-7;
const CONFIRMATION = 4e-6;
const UNTRIED = { value: Number.NaN, change: Number.NaN };
const NEGLIGIBLE = 1e-11;

/**
 * Returns the distribution of X − Y. P(X − Y ≤ d) is the distribution function of one variable averaged over the
 * other, by the trapezoidal rule. The average of either over the other may fail if the averaged function rises
 * between two points. So both are tried in turn, with ever finer spacing, until results agree: two of one kind within
 * 2e-7, those of both kinds within 4e-6, which is the accuracy of a result.
 */
export function makeDifferenceDistribution(x: Variable, y: Variable): DifferenceDistribution {
  const rules = STRIDES.flatMap((stride): Rule[] => {
    const overX = makeAveragingRule(x, y, stride);
    return [
      makeAveragingRule(y, x, stride),
      (d) => {
        const { value, slope } = overX(-d);
        return { value: 1 - value, slope };
      },
    ];
  });
  return {
    below: (d) => findAgreedValue(rules, (rule) => rule(d).value),
    quantile: (probability, start) => {
      let answer = start;
      return findAgreedValue(rules, (rule) => {
        const excess = (d: number): ValueAndSlope => {
          const { value, slope } = rule(d);
          return { value: value - probability, slope };
        };
        answer = findIncreasingRoot(excess, answer, TOLERANCE);
        return answer;
      });
    },
  };
}

/**
 * Returns the first result that agrees with the previous one of its kind (two rules earlier) and, because coarse
 * results may be wrong alike, with either a steady result of the other kind or one more of its own. If there is
 * none, the steadier of the two finest results.
 */
function findAgreedValue(rules: readonly Rule[], attempt: (rule: Rule) => number): number {
  let [previous, last] = [UNTRIED, UNTRIED];
  for (const rule of rules) {
    const value = attempt(rule);
    const change = Math.abs(value - previous.value);
    const confirmed =
      previous.change <= AGREEMENT ||
      (last.change <= CONFIRMATION && Math.abs(value - last.value) <= CONFIRMATION);
    if (change <= AGREEMENT && confirmed) return value;
    [previous, last] = [last, { value, change }];
  }
  return (previous.change < last.change ? previous : last).value;
}

/**
 * Returns the rule E P(inner ≤ outer + d), averaged over every `stride`-th point of the table of `outer`. Strides
 * share no points with each other, except the last one, which uses all. So an error caused by a rise between
 * points does not occur twice.
 */
function makeAveragingRule(outer: Variable, inner: Variable, stride: number): Rule {
  let nodes: readonly Node[] | undefined;
  return (d) => {
    nodes ??= listAveragingNodes(outer, stride);
    let value = 0;
    let slope = 0;
    for (const { at, weight } of nodes) {
      const { below, density } = inner.at(at + d);
      value += weight * below;
      slope += weight * density;
    }
    return { value, slope };
  };
}

interface Node {
  readonly at: number;
  readonly weight: number;
}

function listAveragingNodes({ mu, value }: Variable, stride: number): Node[] {
  const nodes: Node[] = [];
  for (let i = stride >> 1; i < mu.densities.length; i += stride) {
    const weight = stride * read(mu.densities, i);
    if (weight > NEGLIGIBLE) nodes.push({ at: value(axisValue(mu.axis, mu.first + i)), weight });
  }
  return nodes;
}

/** Describes a random variable that is a monotone function of μ: μ itself, or the proportion at μ. */
export interface Variable {
  readonly mu: Density;
  readonly value: (mu: number) => number;
  /** Returns the distribution function and density at x. */
  readonly at: (x: number) => { below: number; density: number };
}

export function makePredictorVariable(mu: Density): Variable {
  return { mu, value: (value) => value, at: (x) => evaluateDensity(mu, x) };
}

export function makeProportionVariable(mu: Density, link: Link): Variable {
  return {
    mu,
    value: link.inverse,
    at: (x) => {
      if (x <= 0) return { below: 0, density: 0 };
      if (x >= 1) return { below: 1, density: 0 };
      const { below, density } = evaluateDensity(mu, link.forward(x));
      return {
        below: link.increasing ? below : 1 - below,
        density: density / link.slope(x),
      };
    },
  };
}
