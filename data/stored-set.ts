/**
 * The compute set in the form in which it is stored and sent: a field with its usual value is left
 * out, and so are overlaps that follow from a rule. A phone downloads it, so every byte counts.
 */
import {
  type ComputeCohort,
  type ComputeFigure,
  type ComputeLandmark,
  type ComputeSet,
  comparedBaseline,
} from "./compute-set.ts";
import { networkOverlaps } from "./network-overlaps.ts";

const usualMeasure = {
  n: null,
  population: "treated",
  cut: "primary",
  followUpMonths: null,
  timeOrigin: null,
  hold: null,
  tier: 1,
} as const satisfies Partial<ComputeFigure & ComputeLandmark>;

export const usualFigure = {
  ...usualMeasure,
  events: null,
  percentPrinted: null,
  grading: "unknown",
  grades: null,
} as const satisfies Partial<ComputeFigure>;

export const usualLandmark = {
  ...usualMeasure,
  interval: null,
  atRisk: null,
} as const satisfies Partial<ComputeLandmark>;

const noBaseline = Object.fromEntries(comparedBaseline.map((field) => [field, null])) as Record<
  (typeof comparedBaseline)[number],
  null
>;

export const usualCohort = {
  ...noBaseline,
  year: null,
  construct: null,
  phase: null,
  region: null,
  followUpMonths: null,
  network: null,
  labelPool: false,
  regimen: "monotherapy",
} as const satisfies Partial<ComputeCohort>;

/** Some of the fields that have a usual value may be absent. */
type Stored<Whole, Usual> = Omit<Whole, keyof Usual> &
  Partial<Pick<Whole, keyof Usual & keyof Whole>>;

export type StoredFigure = Stored<ComputeFigure, typeof usualFigure>;
export type StoredLandmark = Stored<ComputeLandmark, typeof usualLandmark>;
export type StoredCohort = Omit<
  Stored<ComputeCohort, typeof usualCohort>,
  "figures" | "landmarks"
> & {
  figures: StoredFigure[];
  landmarks: StoredLandmark[];
};
export type StoredSet = Omit<ComputeSet, "cohorts"> & { cohorts: StoredCohort[] };

export function restored({ cohorts, ...others }: StoredSet): ComputeSet {
  const whole = cohorts.map(
    (cohort): ComputeCohort => ({
      ...usualCohort,
      ...cohort,
      figures: cohort.figures.map((figure) => ({ ...usualFigure, ...figure })),
      landmarks: cohort.landmarks.map((landmark) => ({ ...usualLandmark, ...landmark })),
    }),
  );
  return {
    ...others,
    cohorts: whole.map((cohort) => ({
      ...cohort,
      overlaps: [...cohort.overlaps, ...networkOverlaps(cohort, whole, others.products)],
    })),
  };
}
