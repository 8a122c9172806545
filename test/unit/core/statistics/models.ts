import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import type { Interval } from "#core/statistics/interval.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import type { Tau2Method } from "#core/statistics/inverse-variance/tau2.ts";
import type { Study } from "#core/statistics/study.ts";

/** Properties that all models of one pooled rate share. */
export interface Pooled {
  readonly estimate: number;
  readonly interval: Interval;
  readonly tau2: number | null;
}

/** A model with its name. It returns a pool, or a status that says why there is none. */
export interface Model {
  readonly name: string;
  readonly pool: (studies: readonly Study[], level?: number) => Pooled | string;
  /** Everything the model returns, to search it for numbers that are not finite. */
  readonly everything: (studies: readonly Study[]) => unknown;
}

export const TAU2_METHODS: readonly Tau2Method[] = ["DL", "ML", "REML"];

const bayes: Model = {
  name: "Bayes",
  pool: (studies, level = 0.95) => {
    const { estimate, interval, status } = poolProportions(studies, { level });
    return estimate === null || interval === null ? status : { estimate, interval, tau2: null };
  },
  everything: (studies) => poolProportions(studies),
};

const glmm: Model = {
  name: "GLMM",
  pool: (studies, level = 0.95) => {
    const pool = poolGlmm(studies, { level });
    return "fit" in pool
      ? { estimate: pool.estimate, interval: pool.waldInterval, tau2: pool.tau2 }
      : pool.status;
  },
  everything: (studies) => poolGlmm(studies),
};

const inverseVariance = TAU2_METHODS.flatMap((method) =>
  (["z", "t", "adhoc"] as const).map((test): Model => {
    const pool = (studies: readonly Study[], level = 0.95) =>
      poolInverseVariance(studies, { method, test, level });
    return {
      name: `${method} ${test}`,
      pool: (studies, level) => {
        const result = pool(studies, level);
        return "estimate" in result ? result : result.status;
      },
      everything: pool,
    };
  }),
);

/** Lists all models of one pooled rate. */
export const MODELS: readonly Model[] = [bayes, glmm, ...inverseVariance];
