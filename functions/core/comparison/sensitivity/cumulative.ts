/**
 * Cumulative meta-analysis (Lau et al. 1992): the pool of a class as its cohorts were published, the
 * first, the first two, and so on.
 */
import type { Entry } from "../../evidence/gather.ts";
import type { Interval } from "../answer.ts";
import type { Model } from "../fit.ts";
import { totalPatients } from "../patients.ts";
import { figuresOf } from "./figures.ts";

/** The pool after the cohort was added. */
export interface CumulativeStep {
  cohort: string;
  label: string;
  /** `null` where the year is not known; these cohorts come last. */
  year: number | null;
  k: number;
  n: number | null;
  estimate: number | null;
  interval: Interval | null;
}

export function cumulativeOf(entries: readonly Entry[], model: Model): CumulativeStep[] {
  const inOrder = [...entries].sort(byYear);
  return inOrder.map(({ cohort }, index) => {
    const soFar = inOrder.slice(0, index + 1);
    const { estimate, interval } = model.pool(figuresOf(soFar));
    return {
      cohort: cohort.id,
      label: cohort.label,
      year: cohort.year,
      k: soFar.length,
      n: totalPatients(soFar.map(({ n }) => ({ patients: n }))),
      estimate,
      interval,
    };
  });
}

/** Of one year in the order of their ids, so that the order in the data never matters. */
function byYear({ cohort: a }: Entry, { cohort: b }: Entry): number {
  const never = Number.MAX_SAFE_INTEGER;
  return (a.year ?? never) - (b.year ?? never) || (a.id < b.id ? -1 : 1);
}
