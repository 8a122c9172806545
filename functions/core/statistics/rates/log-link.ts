import { type Density, densityAt } from "../bayes/density.ts";
import type { Link } from "../bayes/link.ts";
import type { Variable } from "../bayes/variable.ts";

/** The rate is e^θ: any positive number, not a proportion. */
export const LOG: Link = {
  name: "log",
  increasing: true,
  inverse: Math.exp,
  forward: Math.log,
  slope: (rate) => rate,
};

/** The rate at μ. */
export function rateVariable(mu: Density): Variable {
  return {
    mu,
    value: LOG.inverse,
    at: (x) => {
      if (x <= 0) return { below: 0, density: 0 };
      const { below, density } = densityAt(mu, Math.log(x));
      return { below, density: density / x };
    },
  };
}
