import { expit } from "../expit.ts";

/** How the linear predictor θ of a cohort becomes its proportion, or its rate. */
export interface Link {
  readonly name: "logit" | "cloglog" | "log";
  readonly increasing: boolean;
  /** Proportion at θ. */
  readonly inverse: (theta: number) => number;
  /** θ of a proportion inside (0, 1). */
  readonly forward: (proportion: number) => number;
  /** |d proportion / d θ| at the given proportion. */
  readonly slope: (proportion: number) => number;
}

/** p = 1 / (1 + e^−θ). */
export const LOGIT: Link = {
  name: "logit",
  increasing: true,
  inverse: expit,
  forward: (p) => Math.log(p / (1 - p)),
  slope: (p) => p * (1 - p),
};

/** S = exp(−e^θ): θ is the log of the cumulative hazard, so S falls as θ rises. */
export const CLOGLOG: Link = {
  name: "cloglog",
  increasing: false,
  inverse: (theta) => Math.exp(-Math.exp(theta)),
  forward: (s) => Math.log(-Math.log(s)),
  slope: (s) => -s * Math.log(s),
};

/**
 * Converts limits of θ to limits of the proportion, in ascending order even if the link is
 * decreasing.
 */
export function orderedLimits(link: Link, lower: number, upper: number): [number, number] {
  return link.increasing
    ? [link.inverse(lower), link.inverse(upper)]
    : [link.inverse(upper), link.inverse(lower)];
}
