/** Gathers the figures of one class that can be pooled for one outcome, and why the others cannot. */
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { Query } from "../question/query.ts";
import {
  type ChosenFigure,
  type CountedFigure,
  chooseFigure,
  chooseLandmark,
  type FigureRules,
  type ScaledLandmark,
} from "./choose.ts";
import { type Dropped, dropOverlaps } from "./overlap.ts";
import type { Refusal } from "./reasons.ts";

/** The parameters of a query that decide which figures are pooled. */
export type GatherRules = FigureRules & Pick<Query, "overlap">;

export type Poolable = CountedFigure | ScaledLandmark;

export interface Entry<F extends Poolable = Poolable> {
  cohort: ComputeCohort;
  figure: F;
  /** `n` is `null` only for a landmark, which can be pooled without a number of patients. */
  n: F["n"];
  followUpMonths: number | null;
}

/** Holds a selected cohort that is not pooled, the reason, and the figure that it reports nevertheless. */
export interface Refused {
  cohort: ComputeCohort;
  reason: Refusal;
  /** `figure` is `null` if the cohort reports nothing for the outcome. */
  figure: ComputeFigure | ComputeLandmark | null;
}

export interface Gathered<F extends Poolable> {
  entries: readonly Entry<F>[];
  /**
   * `smallTrials` holds the figures of trials of fewer than 30 patients where a single larger trial alone is counted
   * (`small-trials.ts`).
   */
  smallTrials: readonly Entry<F>[];
  notPooled: readonly Refused[];
  dropped: readonly Dropped<Entry<F>>[];
  /** `settled` is false if another set of cohorts without overlap may hold more patients. */
  settled: boolean;
}

export function gatherCounts(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
  rules: GatherRules,
): Gathered<CountedFigure> {
  return gather(cohorts, (cohort) => chooseFigure(cohort, outcome, rules), rules);
}

export function gatherLandmarks(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
  rules: GatherRules,
): Gathered<ScaledLandmark> {
  return gather(cohorts, (cohort) => chooseLandmark(cohort, outcome, rules), rules);
}

function gather<F extends Poolable>(
  cohorts: readonly ComputeCohort[],
  choose: (cohort: ComputeCohort) => ChosenFigure<F, ComputeFigure | ComputeLandmark>,
  { overlap }: GatherRules,
): Gathered<F> {
  const candidates: Entry<F>[] = [];
  const notPooled: Refused[] = [];
  for (const cohort of cohorts) {
    const choice = choose(cohort);
    if (choice.reason === null) {
      const { figure } = choice;
      candidates.push({ cohort, figure, n: figure.n, followUpMonths: figure.followUpMonths });
    } else {
      notPooled.push({ cohort, reason: choice.reason, figure: choice.nearest });
    }
  }
  // A label pool is used only where none of the cohorts that it contains reports the outcome.
  const needed = candidates.filter(({ cohort, figure }) => {
    const needless = candidates.some((candidate) => cohort.parts.includes(candidate.cohort.id));
    if (needless) notPooled.push({ cohort, reason: { code: "parts-report" }, figure });
    return !needless;
  });
  if (overlap === "keep")
    return { entries: needed, smallTrials: [], notPooled, dropped: [], settled: true };
  const { selection, dropped, settled } = dropOverlaps(needed);
  for (const { candidate, rival, kind, reason } of dropped) {
    const possibly = kind === "possible";
    notPooled.push({
      cohort: candidate.cohort,
      reason: { code: "shares-patients", possibly, cohort: rival.label, note: reason },
      figure: candidate.figure,
    });
  }
  return { entries: selection, smallTrials: [], notPooled, dropped, settled };
}
