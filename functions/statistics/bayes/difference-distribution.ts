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

/** Every 8th tabulated point is one of the grid's own; the finer ones serve sharp distributions. */
const STRIDES = [8, 4, 2, 1];
const TOLERANCE = 1e-6;
const NEGLIGIBLE = 1e-11;

/**
 * P(X − Y ≤ d) is the distribution function of one averaged over the other, by the trapezoidal rule
 * over the one with the finer grain. The spacing is refined until the answer no longer moves.
 */
export function differenceDistribution(x: Variable, y: Variable): DifferenceDistribution {
  const overY = y.grain <= x.grain;
  const [outer, inner] = overY ? [y, x] : [x, y];
  const nodesByStride = new Map<number, Nodes>();
  const nodesOf = (stride: number): Nodes => {
    const nodes = nodesByStride.get(stride) ?? averagingNodes(outer, stride);
    nodesByStride.set(stride, nodes);
    return nodes;
  };
  const at = (d: number, stride: number): ValueAndSlope => {
    const { values, weights } = nodesOf(stride);
    let below = 0;
    let density = 0;
    for (let i = 0; i < weights.length; i += 1) {
      const part = inner.at(read(values, i) + (overY ? d : -d));
      const weight = read(weights, i);
      below += weight * part.below;
      density += weight * part.density;
    }
    return { value: overY ? below : 1 - below, slope: density };
  };
  return {
    below: (d) => refined((stride) => at(d, stride).value),
    quantile: (probability, start) =>
      refined((stride, before = start) => {
        const excess = (candidate: number): ValueAndSlope => {
          const { value, slope } = at(candidate, stride);
          return { value: value - probability, slope };
        };
        return increasingRoot(excess, before, TOLERANCE);
      }),
  };
}

/** The answer at the first spacing that no longer changes it; each attempt knows the one before. */
function refined(attempt: (stride: number, before?: number) => number): number {
  let answer: number | undefined;
  for (const stride of STRIDES) {
    const next = answer === undefined ? attempt(stride) : attempt(stride, answer);
    if (answer !== undefined && Math.abs(next - answer) <= TOLERANCE) return next;
    answer = next;
  }
  return answer ?? Number.NaN;
}

interface Nodes {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

function averagingNodes({ mu, value }: Variable, stride: number): Nodes {
  const values: number[] = [];
  const weights: number[] = [];
  let total = 0;
  for (let i = 0; i < mu.densities.length; i += stride) {
    const weight = read(mu.densities, i);
    if (weight * stride < NEGLIGIBLE) continue;
    values.push(value(axisValue(mu.axis, mu.first + i)));
    weights.push(weight);
    total += weight;
  }
  return { values, weights: weights.map((weight) => weight / total) };
}
