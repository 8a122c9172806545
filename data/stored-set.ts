/** The compute set as stored and sent, without usual values and overlaps that follow: few bytes. */
import type { ComputeCohort, ComputeFigure, ComputeLandmark, ComputeSet } from "./compute-set.ts";
import { networkOverlaps } from "./network-overlaps.ts";

type UsualInFigure = Exclude<keyof ComputeFigure, "outcome" | "source">;
type UsualInLandmark = Exclude<keyof ComputeLandmark, "outcome" | "source" | "survival">;
type AlwaysInCohort =
  | "id"
  | "label"
  | "therapyClass"
  | "product"
  | "targets"
  | "design"
  | "doses"
  | "evidence"
  | "setting"
  | "priorBcma";
type Listed = "figures" | "landmarks" | "overlaps";
type UsualInCohort = Exclude<keyof ComputeCohort, AlwaysInCohort | Listed>;

/** Fields that have a usual value may be absent. */
type Stored<Whole, Usual extends keyof Whole> = Omit<Whole, Usual> & Partial<Pick<Whole, Usual>>;

export type StoredFigure = Stored<ComputeFigure, UsualInFigure>;
export type StoredLandmark = Stored<ComputeLandmark, UsualInLandmark>;
export type StoredCohort = Pick<ComputeCohort, AlwaysInCohort | "overlaps"> &
  Partial<Pick<ComputeCohort, UsualInCohort>> & {
    figures: StoredFigure[];
    landmarks: StoredLandmark[];
  };

export interface Usual {
  cohort: Pick<ComputeCohort, UsualInCohort>;
  figure: Pick<ComputeFigure, UsualInFigure>;
  landmark: Pick<ComputeLandmark, UsualInLandmark>;
}

/**
 * What a question about trials needs of a real-world series: enough to say that it was left out, and
 * why. The filters for it come before all others that read a cohort (`core/evidence/filters.ts`).
 */
export type Outline = Pick<ComputeCohort, "id" | "label" | "therapyClass" | "product" | "evidence">;

/** Stands for what an outline leaves open; nothing reads it. */
const notHere: Omit<StoredCohort, keyof Outline> = {
  targets: [],
  design: "single-arm",
  doses: "recommended",
  setting: "mixed",
  priorBcma: "unknown",
  figures: [],
  landmarks: [],
  overlaps: [],
};

/** In two parts: real-world series are outlines here, and whole in a part of their own. */
export interface StoredSet extends Omit<ComputeSet, "cohorts"> {
  usual: Usual;
  cohorts: (StoredCohort | Outline)[];
}

function isWhole(cohort: StoredCohort | Outline): cohort is StoredCohort {
  return "figures" in cohort;
}

/** @param realWorld the second part; without it the set answers questions about trials */
export function restored(
  { usual, cohorts, ...others }: StoredSet,
  realWorld: readonly StoredCohort[] = [],
): ComputeSet {
  const parts = new Map(realWorld.map((cohort) => [cohort.id, cohort]));
  const whole = cohorts.map((stored): ComputeCohort => {
    const known = parts.get(stored.id) ?? stored;
    const cohort = isWhole(known) ? known : { ...known, ...notHere };
    return {
      ...usual.cohort,
      ...cohort,
      figures: cohort.figures.map((figure) => ({ ...usual.figure, ...figure })),
      landmarks: cohort.landmarks.map((landmark) => ({ ...usual.landmark, ...landmark })),
      overlaps: [...cohort.overlaps],
    };
  });
  for (const cohort of whole) {
    cohort.overlaps = [...cohort.overlaps, ...networkOverlaps(cohort, whole, others.products)];
  }
  return { ...others, cohorts: whole };
}
