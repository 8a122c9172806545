/** With the pools that the build made, a fresh isolate answers in half of the time. */
import { bayesFitting } from "#core/comparison/bayes-fitting.ts";
import { type Figures, type Fit, modelOf, noFit } from "#core/comparison/fit.ts";
import type { Models } from "#core/comparison/models.ts";
import {
  figuresText,
  modelsWith,
  rememberingFitting,
} from "#core/remembering/remembering-models.ts";
import { pools } from "#data/generated/pools.ts";

/** A pool by itself: its estimate with limits, and τ. */
export type PoolRow = readonly [
  status: Fit["status"],
  k: number,
  estimate: number,
  lower: number,
  upper: number,
  tau: number,
];

function madePool(of: Figures): Fit | undefined {
  const row = pools[figuresText(of)];
  if (row === undefined) return undefined;
  const [status, k, estimate, lower, upper, tau] = row;
  return { ...noFit, status, k, estimate, interval: [lower, upper], tau };
}

/** What the build made never gets into the memory of fits: it can be read, not compared. */
export function newModels(): Models {
  const usual = rememberingFitting(bayesFitting());
  const remembering = modelsWith(usual);
  const byDefault = modelOf({
    ...usual,
    pool: (of, purpose) => (purpose === "itself" && madePool(of)) || usual.pool(of, purpose),
  });
  return {
    ...remembering,
    of: (query) => (query.model === "bayes" ? byDefault : remembering.of(query)),
  };
}

/** The models of this isolate, for all its questions. */
export const models = newModels();
