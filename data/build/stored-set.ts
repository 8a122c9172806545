/** Leaves out of the compute set what `restored` adds again. */
import type { ComputeCohort, ComputeSet } from "../compute-set.ts";
import type { Cohort } from "../schema.ts";
import {
  type StoredCohort,
  type StoredSet,
  usualCohort,
  usualFigure,
  usualLandmark,
} from "../stored-set.ts";

export function storedSetOf(
  { cohorts, ...others }: ComputeSet,
  files: readonly Pick<Cohort, "id" | "overlaps">[],
): StoredSet {
  return {
    ...others,
    cohorts: cohorts.map((cohort) =>
      storedCohortOf(cohort, files.find(({ id }) => id === cohort.id)?.overlaps ?? []),
    ),
  };
}

function storedCohortOf(cohort: ComputeCohort, overlaps: Cohort["overlaps"]): StoredCohort {
  return {
    ...without(cohort, usualCohort),
    figures: cohort.figures.map((figure) => without(figure, usualFigure)),
    landmarks: cohort.landmarks.map((landmark) => without(landmark, usualLandmark)),
    overlaps,
  };
}

function without<Whole extends object, Usual extends Partial<Whole>>(
  whole: Whole,
  usual: Usual,
): Omit<Whole, keyof Usual> & Partial<Pick<Whole, keyof Usual & keyof Whole>> {
  const isUsual = new Map<string, unknown>(Object.entries(usual));
  return Object.fromEntries(
    Object.entries(whole).filter(([key, value]) => !isUsual.has(key) || isUsual.get(key) !== value),
  ) as Omit<Whole, keyof Usual> & Partial<Pick<Whole, keyof Usual & keyof Whole>>;
}
