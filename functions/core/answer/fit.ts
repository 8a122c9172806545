/** Defines the parts that all models share: the fit of one group, the contrast of two, and how groups are compared. */
import type { CountedFigure, ScaledLandmark } from "../evidence/choose.ts";
import type { BayesPool } from "../statistics/bayes/pool.ts";
import type { Link } from "../statistics/scales.ts";
import type { Heterogeneity, Interval, PoolStatus } from "./answer.ts";

export type Figures =
  | CountFigures
  | { readonly kind: "landmark"; readonly figures: readonly ScaledLandmark[] };

export interface CountFigures {
  readonly kind: "count";
  readonly figures: readonly CountedFigure[];
  /** `partOf` is set if these figures are one of several parts of others, for which a model may share work. */
  readonly partOf?: {
    readonly whole: CountFigures;
    /** `without` holds the indices of the figures that are left out, in ascending order. */
    readonly without: readonly number[];
  };
}

/** Returns the figures, marked as a part of the others if they are at least half of them, in their order, but not all. */
export function markPartOfFigures(figures: Figures, whole: Figures): Figures {
  if (figures.kind === "landmark" || whole.kind === "landmark") return figures;
  const [part, all] = [figures.figures, whole.figures];
  if (part.length === all.length || 2 * part.length < all.length) return figures;
  const without: number[] = [];
  all.forEach(({ events, n }, index) => {
    const next = part[index - without.length];
    if (next?.events !== events || next.n !== n) without.push(index);
  });
  return without.length === all.length - part.length
    ? { ...figures, partOf: { whole, without } }
    : figures;
}

/** Returns the groups, each marked as a part of the group with its id where {@link markPartOfFigures} does. */
export function markParts<T extends Fittable>(
  groups: readonly T[],
  whole: readonly Fittable[],
): T[] {
  return groups.map((group) => {
    const all = whole.find(({ id }) => id === group.id);
    return all ? { ...group, figures: markPartOfFigures(group.figures, all.figures) } : group;
  });
}

export interface Fit {
  /** `one-cohort`: a model was given a single figure. */
  readonly status: Exclude<PoolStatus, "one-trial" | "by-trial"> | "one-cohort";
  readonly k: number;
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly predictionInterval: Interval | null;
  /**
   * `mu` is the typical cohort on the model's scale: posterior mean and standard deviation, or estimate and standard
   * error.
   */
  readonly mu: { readonly mean: number; readonly sd: number } | null;
  /** `link` converts the model's scale to a proportion. */
  readonly link: Link;
  /** `tau` is the standard deviation between studies: posterior median or estimate. */
  readonly tau: number | null;
  /**
   * `heterogeneity` is the spread of this group alone by a frequentist model, if a prediction of two cohorts or more
   * is requested.
   */
  readonly heterogeneity?: Heterogeneity | undefined;
  /** `fallbackReason` tells why another model than the requested one was used; `null` if the requested one was. */
  readonly fallbackReason: string | null;
  /** `posterior` is that of the default model, from which contrasts are computed; `null` for other models. */
  readonly posterior: BayesPool | null;
}

/**
 * Holds the comparison of one group with another. `ratio` is an odds ratio, or for landmarks a ratio of cumulative
 * hazards.
 */
export interface ContrastFigures {
  readonly ratio: number;
  /** `ratioInterval` is `null` if a limit exceeds the largest number. */
  readonly ratioInterval: Interval | null;
  /** `difference` and its interval are differences of proportions, not per 100 patients. */
  readonly difference: number;
  /** `differenceInterval` is `null` if it and `ratioInterval` disagree on whether the groups differ. */
  readonly differenceInterval: Interval | null;
  readonly probabilityHigher: number | null;
  /** `pValue` is absent where the model has none. */
  readonly pValue?: number;
}

export interface Fittable {
  readonly id: string;
  readonly figures: Figures;
}

export interface Compared {
  readonly fit: Fit;
  /** `contrast` is that with the reference; `null` for the reference itself, and if either group has no fit. */
  readonly contrast: ContrastFigures | null;
  /** `replacesReference` is true if the group stands in for the reference, which has no fit by this model. */
  readonly replacesReference?: boolean;
}

/** Names the use of a fit; each purpose includes the one before. Fields that no purpose reads may be `null`. */
export type Purpose = "itself" | "contrast" | "prediction";

export interface Fitting {
  readonly pool: (of: Figures, purpose: Purpose) => Fit;
  readonly contrast: (a: Fit, b: Fit) => ContrastFigures | null;
}

/** Holds the difference of two groups and their ratio. */
export type Difference = Pick<
  ContrastFigures,
  "difference" | "differenceInterval" | "ratio" | "ratioInterval"
>;

export interface Model {
  /** Pools one group by itself. */
  readonly pool: (of: Figures) => Fit;
  /** Pools several groups against a reference; by default it predicts them, too. */
  readonly compare: <T extends Fittable>(
    groups: readonly T[],
    reference: string | null,
    purpose?: Exclude<Purpose, "itself">,
  ) => readonly (T & Compared)[];
  /**
   * Returns the difference of two groups, one of which is the reference; `null` if the model has none. The ratio may be
   * computed when it is read.
   */
  readonly difference: (groups: readonly Fittable[], reference: string) => Difference | null;
}

/** Returns the model that compares groups by this function. */
export function makeModel(pool: Model["pool"], compare: Model["compare"]): Model {
  return {
    pool,
    compare,
    difference: (groups, reference) =>
      compare(groups, reference, "contrast").find(({ contrast }) => contrast)?.contrast ?? null,
  };
}

/** Returns a model that fits every group by itself and contrasts each with the reference group. */
export function makeSeparateGroupsModel({ pool, contrast }: Fitting): Model {
  return makeModel(
    (of) => pool(of, "itself"),
    (groups, reference, purpose = "prediction") => {
      const fitted = groups.map((group) => ({ ...group, fit: pool(group.figures, purpose) }));
      const against = fitted.find(({ id }) => id === reference);
      return fitted.map((group) => ({
        ...group,
        contrast: against && group !== against ? contrast(group.fit, against.fit) : null,
      }));
    },
  );
}
