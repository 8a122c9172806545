import type { Interval } from "./interval.ts";
import { hasInfiniteLogit, type Study } from "./study.ts";

/** Describes the survival of one cohort at one time as y = log(−log S), with the standard error of y. */
export interface LandmarkStudy {
  readonly y: number;
  readonly se: number;
}

/** Holds one study's estimate on the scale of the analysis, with its sampling variance. */
export interface EffectSize {
  readonly yi: number;
  readonly vi: number;
}

/**
 * Returns the logit of every study, log(x / (n − x)), with v = 1/x + 1/(n − x) (Woolf 1955); ½ is added to events and
 * to non-events only where one of them is 0, because the logit would be infinite.
 */
export function makeLogitEffectSizes(studies: readonly Study[]): EffectSize[] {
  return studies.map((study) => {
    const add = hasInfiniteLogit(study) ? 0.5 : 0;
    const events = study.events + add;
    const nonEvents = study.n - study.events + add;
    return { yi: Math.log(events / nonEvents), vi: 1 / events + 1 / nonEvents };
  });
}

export function makeLogHazardEffectSizes(studies: readonly LandmarkStudy[]): EffectSize[] {
  return studies.map(({ y, se }) => ({ yi: y, vi: se * se }));
}

/** Returns the proportion at a logit, 1 / (1 + e^−θ). */
export function expit(theta: number): number {
  return 1 / (1 + Math.exp(-theta));
}

export function expitInterval([lower, upper]: Interval): Interval {
  return [expit(lower), expit(upper)];
}

/** Describes the function by which the linear predictor θ of a cohort becomes its proportion. */
export interface Link {
  readonly name: "logit" | "cloglog";
  readonly increasing: boolean;
  /** Returns the proportion at θ. */
  readonly inverse: (theta: number) => number;
  /** Returns θ of a proportion inside (0, 1), and ±∞ of 0 and 1. */
  readonly forward: (proportion: number) => number;
  /** Returns |d proportion / d θ| at the given proportion. */
  readonly slope: (proportion: number) => number;
}

/** Links θ to a proportion by p = 1 / (1 + e^−θ): θ is the logit, so p rises with θ. */
export const LOGIT: Link = {
  name: "logit",
  increasing: true,
  inverse: expit,
  forward: (p) => Math.log(p / (1 - p)),
  slope: (p) => p * (1 - p),
};

/** Links θ to survival by S = exp(−e^θ): θ is the log of the cumulative hazard, so S falls as θ rises. */
export const CLOGLOG: Link = {
  name: "cloglog",
  increasing: false,
  inverse: (theta) => Math.exp(-Math.exp(theta)),
  forward: (s) => Math.log(-Math.log(s)),
  slope: (s) => -s * Math.log(s),
};

/** Returns the limits of θ as limits of the proportion, in ascending order even if the link is decreasing. */
export function transformIntervalByLink(link: Link, [lower, upper]: Interval): Interval {
  return link.increasing
    ? [link.inverse(lower), link.inverse(upper)]
    : [link.inverse(upper), link.inverse(lower)];
}
