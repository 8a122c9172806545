import { contrastPools } from "#core/statistics/bayes/contrast.ts";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { contrastCommonTau2 } from "#core/statistics/contrast/common-tau2.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { profileInterval, profileTauInterval } from "#core/statistics/glmm/profile.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { regressInverseVariance } from "#core/statistics/meta-regression/regression.ts";
import type { Study } from "#core/statistics/study.ts";

export interface Task {
  readonly what: string;
  readonly run: () => unknown;
  /**
   * Milliseconds that metafor 3.8-1 under R 4.2.2 takes for the same data on two cores of an AMD
   * EPYC; `null` if metafor has no such analysis.
   */
  readonly metafor: number | null;
  /** Milliseconds. */
  readonly budget: number | null;
}

/** Simulated counts: 14 cohorts of one group, then 12 of another. */
const events = [
  ...[64, 62, 64, 50, 61, 60, 75, 64, 63, 18, 19, 53, 27, 20],
  ...[57, 17, 110, 65, 94, 64, 89, 20, 95, 77, 37, 75],
];
const sizes = [
  ...[76, 77, 91, 77, 91, 86, 98, 69, 72, 18, 28, 72, 30, 21],
  ...[128, 25, 161, 111, 121, 76, 156, 62, 140, 132, 47, 113],
];
const studies: Study[] = events.map((count, i) => ({ events: count, n: sizes[i] ?? 0 }));
const groups = studies.map((_, i) => (i < 14 ? "0" : "1"));
const [first, second] = [studies.slice(0, 14), studies.slice(14)];

const twoStep = { method: "REML", correction: { add: 0.5, to: "only0" } } as const;

export const tasks: readonly Task[] = [
  { what: "GLMM pool, k = 14", run: () => poolGlmm(first), metafor: 23, budget: 0.23 },
  { what: "GLMM pool, k = 12", run: () => poolGlmm(second), metafor: 24, budget: null },
  {
    what: "GLMM with class as moderator, k = 26",
    run: () => contrastCommonTau2(studies, groups),
    metafor: 30,
    budget: 0.3,
  },
  {
    what: "these three together",
    run: () => [poolGlmm(first), poolGlmm(second), contrastCommonTau2(studies, groups)],
    metafor: 76,
    budget: null,
  },
  {
    what: "REML pool, k = 14",
    run: () => poolInverseVariance(first, { ...twoStep, transform: "PLO", test: "z" }),
    metafor: 2.6,
    budget: null,
  },
  {
    what: "REML with class as moderator, k = 26",
    run: () =>
      regressInverseVariance(studies, [{ name: "class", groups }], { ...twoStep, test: "z" }),
    metafor: 4.95,
    budget: null,
  },
  {
    what: "REML, Hartung–Knapp, interval of τ², k = 26",
    run: () => poolInverseVariance(studies, { ...twoStep, transform: "PLO", test: "knha" }),
    metafor: 4.8,
    budget: null,
  },
  {
    what: "GLMM profile intervals of μ and τ, k = 14",
    run: () => {
      const pool = poolGlmm(first);
      if (!("fit" in pool)) throw new Error(pool.status);
      return [profileInterval(pool.fit, 0), profileTauInterval(pool.fit)];
    },
    metafor: null,
    budget: null,
  },
  {
    what: "Bayesian pools and contrast, 26 cohorts",
    run: () => contrastPools(poolProportions(first), poolProportions(second)),
    metafor: null,
    budget: 1,
  },
];
