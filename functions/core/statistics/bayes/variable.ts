import { type Density, densityAt } from "./density.ts";
import type { Link } from "./link.ts";

/** A random variable that is a monotone function of μ: μ itself, or the proportion at μ. */
export interface Variable {
  readonly mu: Density;
  readonly value: (mu: number) => number;
  /** Distribution function and density at x. */
  readonly at: (x: number) => { below: number; density: number };
}

export function linearPredictor(mu: Density): Variable {
  return { mu, value: (value) => value, at: (x) => densityAt(mu, x) };
}

export function proportion(mu: Density, link: Link): Variable {
  return {
    mu,
    value: link.inverse,
    at: (x) => {
      if (x <= 0) return { below: 0, density: 0 };
      if (x >= 1) return { below: 1, density: 0 };
      const { below, density } = densityAt(mu, link.forward(x));
      return {
        below: link.increasing ? below : 1 - below,
        density: density / link.slope(x),
      };
    },
  };
}
