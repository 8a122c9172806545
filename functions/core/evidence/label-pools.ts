/**
 * What a label reports of trials of an answer together with others: no number counts it, because some of its
 * patients were not asked for.
 */
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import type { Interval } from "../statistics/interval.ts";
import { clopperPearson } from "../statistics/single-proportion.ts";

export interface LabelPoolFigure extends Pick<ComputeFigure, "events" | "n" | "percentPrinted"> {
  /** Of its patients, 0 to 1: by the count, else by the percentage. */
  readonly rate: number;
  /** Exact, of the count; `null` of a percentage. */
  readonly interval: Interval | null;
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
  for (const { label, figures } of pools) {
    for (const figure of figures) {
      const isOfWhole = figure.hold === null && whole.includes(figure.population);
      const rate = rateOf(figure);
      if (figure.outcome !== outcome || !isOfWhole || rate === null) continue;
      const { events, n, percentPrinted } = figure;
      const interval = events === null || n === null ? null : clopperPearson(events, n);
      return { outcome, label, events, n, percentPrinted, rate, interval };
    }
  }
  return null;
}

/** Returns 0 to 1, or `null` where neither a count nor a percentage was reported. */
function rateOf({ events, n, percentPrinted }: ComputeFigure): number | null {
  if (events !== null && n !== null) return events / n;
  return percentPrinted === null ? null : percentPrinted / 100;
}
