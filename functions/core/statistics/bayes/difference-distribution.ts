import { read } from "../read.ts";
import { increasingRoot, type ValueAndSlope } from "../special/increasing-root.ts";
import { axisValue } from "./sinh-axis.ts";
import type { Variable } from "./variable.ts";

/** Distribution of X − Y for independent X and Y. */
interface DifferenceDistribution {
  /** P(X − Y ≤ d). */
  readonly below: (d: number) => number;
  /** d with P(X − Y ≤ d) = `probability`, found from `start`. */
  readonly quantile: (probability: number, start: number) => number;
}

/** P(X − Y ≤ d) and its slope by one quadrature rule. */
type Rule = (d: number) => ValueAndSlope;

/** Every 8th tabulated point is one of the grid's own; the finer ones serve sharp distributions. */
const STRIDES = [16, 8, 4, 2, 1];
/** Of Newton's method, and of the agreement of two answers. */
const TOLERANCE = 1e-6;
const AGREEMENT = 2e-7;
const NEGLIGIBLE = 1e-11;

/**
 * P(X − Y ≤ d) is the distribution function of one averaged over the other, by the trapezoidal
 * rule. Either way may fail where the averaged function rises between two points of the other, so
 * both are tried in turn, with ever finer spacing, until two answers of one way agree.
 */
export function differenceDistribution(x: Variable, y: Variable): DifferenceDistribution {
  const rules = STRIDES.flatMap((stride): Rule[] => {
    const overX = average(x, y, stride);
    return [
      average(y, x, stride),
      (d) => {
        const { value, slope } = overX(-d);
        return { value: 1 - value, slope };
      },
    ];
  });
  return {
    below: (d) => agreed(rules, (rule) => rule(d).value),
    quantile: (probability, start) => {
      let answer = start;
      return agreed(rules, (rule) => {
        const excess = (d: number): ValueAndSlope => {
          const { value, slope } = rule(d);
          return { value: value - probability, slope };
        };
        answer = increasingRoot(excess, answer, TOLERANCE);
        return answer;
      });
    },
  };
}

/** The first answer that agrees with that of the same way before, or else the nearest to that. */
function agreed(rules: readonly Rule[], attempt: (rule: Rule) => number): number {
  let [before, last, nearest] = [Number.NaN, Number.NaN, Number.NaN];
  let distance = Number.POSITIVE_INFINITY;
  for (const rule of rules) {
    const next = attempt(rule);
    if (Math.abs(next - before) < distance) {
      distance = Math.abs(next - before);
      nearest = next;
    }
    if (distance <= AGREEMENT) break;
    [before, last] = [last, next];
  }
  return nearest;
}

/**
 * E P(inner ≤ outer + d) over every `stride`-th point of outer's table. No two strides but the last
 * share a point: a wrong answer comes from a rise between points, and would come twice.
 */
function average(outer: Variable, inner: Variable, stride: number): Rule {
  let nodes: readonly Node[] | undefined;
  return (d) => {
    nodes ??= averagingNodes(outer, stride);
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

function averagingNodes({ mu, value }: Variable, stride: number): Node[] {
  const nodes: Node[] = [];
  for (let i = stride >> 1; i < mu.densities.length; i += stride) {
    const weight = stride * read(mu.densities, i);
    if (weight > NEGLIGIBLE) nodes.push({ at: value(axisValue(mu.axis, mu.first + i)), weight });
  }
  return nodes;
}
