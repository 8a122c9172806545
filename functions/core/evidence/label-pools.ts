/**
 * What a label reports of trials of an answer together with others: no number counts it, because some of its
 * patients were not asked for.
 */
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";

export interface LabelPoolFigure extends Pick<ComputeFigure, "events" | "n" | "percentPrinted"> {
  readonly cohort: string;
  /** The outcome; a part of what was asked for where the label has nothing of that. */
  readonly outcome: string;
  /** The pool by name: "MonumenTAL-1, US label pool". */
  readonly label: string;
}

/** Patients of a label pool as a whole. */
const whole: readonly ComputeFigure["population"][] = ["safety", "treated"];

/**
 * The figure of a drug in a label pool that holds a trial of the answer; `null` without any.
 *
 * @param included Ids of the cohorts that are selected.
 * @param outcome Its id; outcomes that only records have are among them.
 */
export function labelPoolFigure(
  cohorts: readonly ComputeCohort[],
  included: ReadonlySet<string>,
  product: string,
  outcome: string,
): LabelPoolFigure | null {
  const pools = cohorts.filter(
    (cohort) =>
      cohort.product === product &&
      !included.has(cohort.id) &&
      cohort.parts.some((part) => included.has(part)),
  );
  for (const { id, label, figures } of pools) {
    const figure = figures.find(
      (one) =>
        one.outcome === outcome &&
        one.hold === null &&
        whole.includes(one.population) &&
        isNumber(one),
    );
    if (figure) {
      const { events, n, percentPrinted } = figure;
      return { cohort: id, outcome, label, events, n, percentPrinted };
    }
  }
  return null;
}

/** Whether it says how many patients: by a count, or by a percentage alone. */
function isNumber({ events, n, percentPrinted }: ComputeFigure): boolean {
  return (events !== null && n !== null) || percentPrinted !== null;
}
