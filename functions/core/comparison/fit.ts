/** What a model says of one group and of several, whichever model it is. */
import type { CountedFigure, ScaledLandmark } from "../evidence/choose.ts";
import type { Query } from "../question/query.ts";
import type { BayesPool } from "../statistics/bayes/pool.ts";
import type { Interval, PoolStatus } from "./answer.ts";

/** The figures of one outcome, all of the one kind or all of the other. */
export type Figures =
  | { readonly kind: "count"; readonly figures: readonly CountedFigure[] }
  | { readonly kind: "landmark"; readonly figures: readonly ScaledLandmark[] };

export interface Fit {
  readonly status: PoolStatus;
  readonly k: number;
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly predictionInterval: Interval | null;
  readonly marginal: number | null;
  /** Of the typical cohort, on the scale of the model: posterior mean and sd, or estimate and standard error. */
  readonly mu: { readonly mean: number; readonly sd: number } | null;
  /** Posterior median, or the estimate. */
  readonly tau: number | null;
  /** Why another model answers instead of the one asked for. */
  readonly because: string | null;
  /** The default model's, from which its contrasts come. */
  readonly posterior: BayesPool | null;
}

/** One group against another. Of landmarks the ratio is one of cumulative hazards, the rest of survival. */
export interface ContrastFigures {
  readonly ratio: number;
  /** `null` when a limit is beyond the largest number. */
  readonly ratioInterval: Interval | null;
  /** Proportions, 0–1. */
  readonly difference: number;
  readonly differenceInterval: Interval;
  readonly probabilityHigher: number | null;
  readonly pValue: number | null;
}

/** A group with its figures of one outcome. */
export interface Measured {
  readonly id: string;
  readonly figures: Figures;
}

export interface Compared {
  readonly fit: Fit;
  /** Against the reference; `null` for the reference itself, and where one of the two has no answer. */
  readonly contrast: ContrastFigures | null;
}

/** A way to pool: each group by itself, and all of them against one. */
export interface Model {
  /** `predictive: false` spares the prediction of a new cohort where nobody reads it. */
  readonly pool: (of: Figures, options?: { readonly predictive?: boolean }) => Fit;
  readonly compare: <T extends Measured>(
    groups: readonly T[],
    reference: string | null,
  ) => readonly (T & Compared)[];
}

/** The models for statisticians and named sets, which a phone loads only when they are asked for. */
export type FrequentistModels = (query: Pick<Query, "model" | "interval" | "tau">) => Model;
