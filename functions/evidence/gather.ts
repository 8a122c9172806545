/** The figures of one class that can be pooled for one outcome, and why the others cannot. */
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "../../data/compute-set.ts";
import type { Outcome } from "../../data/schema.ts";
import { type Choice, chooseFigure, chooseLandmark } from "./choose.ts";
import { type Dropped, dropOverlaps } from "./overlap.ts";

/** One cohort and the figure that stands for it. */
export interface Entry<
  F extends ComputeFigure | ComputeLandmark = ComputeFigure | ComputeLandmark,
> {
  cohort: ComputeCohort;
  figure: F;
  n: number;
  followUpMonths: number | null;
}

export interface Gathered<F extends ComputeFigure | ComputeLandmark> {
  entries: readonly Entry<F>[];
  notPooled: readonly { cohort: ComputeCohort; reason: string }[];
  dropped: readonly Dropped<Entry<F>>[];
}

export function gatherCounts(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
): Gathered<ComputeFigure> {
  return gather(cohorts, (cohort) => chooseFigure(cohort, outcome));
}

export function gatherLandmarks(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
): Gathered<ComputeLandmark> {
  return gather(cohorts, (cohort) => chooseLandmark(cohort, outcome));
}

function gather<F extends ComputeFigure | ComputeLandmark>(
  cohorts: readonly ComputeCohort[],
  choose: (cohort: ComputeCohort) => Choice<F>,
): Gathered<F> {
  const candidates: Entry<F>[] = [];
  const notPooled: { cohort: ComputeCohort; reason: string }[] = [];
  for (const cohort of cohorts) {
    const choice = choose(cohort);
    if (choice.reason !== null) {
      notPooled.push({ cohort, reason: choice.reason });
      continue;
    }
    const { figure } = choice;
    candidates.push({ cohort, figure, n: figure.n ?? 0, followUpMonths: figure.followUpMonths });
  }
  const { kept, dropped } = dropOverlaps(candidates);
  for (const { candidate, keptId } of dropped) {
    notPooled.push({ cohort: candidate.cohort, reason: `shares patients with ${keptId}` });
  }
  return { entries: kept, notPooled, dropped };
}
