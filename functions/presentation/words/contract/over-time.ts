/** Words of a brief for rates over time. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { IntervalKind } from "./figure.ts";

interface OfClass {
  readonly group: TherapyClass;
  /** `7`, `<1`. */
  readonly rate: string;
  readonly range: string;
}

/** All rates are events per 100 patient-years. */
export interface OverTimeWords {
  readonly rate: (
    told: OfClass & {
      /** Whether there is only one cohort. */
      readonly single: boolean;
      readonly patients: string;
      readonly phrase: string;
      readonly kind: IntervalKind;
    },
  ) => string;
  /** Where no proportion can be pooled. */
  readonly instead: (told: OfClass & { readonly cohorts: number }) => string;
  /** `range` is that of the prediction; `null` if there is none. */
  readonly spread: (tau: string, range: string | null) => string;
  readonly products: (
    kind: IntervalKind,
    products: readonly { product: string; rate: string; range: string; cohorts: number }[],
  ) => string;
  /** `rate` and `range` are `null` if every patient had an event. */
  readonly study: (told: {
    readonly events: number;
    readonly n: number;
    readonly years: number;
    readonly rate: string | null;
    readonly range: string | null;
  }) => string;
  readonly difference: (told: {
    /** `null` if there is no difference. */
    readonly amount: string | null;
    readonly phrase: string;
    readonly kind: IntervalKind;
    readonly range: string;
  }) => string;
  readonly ratio: (told: {
    readonly value: string;
    readonly kind: IntervalKind;
    readonly low: string;
    readonly high: string;
  }) => string;
  readonly chance: (probability: string) => string;
  readonly plain: (
    told: OfClass & {
      readonly patients: string;
      readonly phrase: string;
      readonly cohorts: number;
    },
  ) => string;
  readonly summary: (
    told: OfClass & {
      /** The product, if all cohorts of the class have the same. */
      readonly product: string | null;
      readonly regimen: "alone" | "partly" | "combined";
      readonly cohorts: number;
    },
  ) => string;
}
