/**
 * Finds the figures of labels that pool trials of an answer with others: no number counts them, because the
 * question does not select some of their patients.
 */
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { Interval } from "../statistics/interval.ts";
import { clopperPearson } from "../statistics/interval.ts";
import type { Refused } from "./gather.ts";

export interface LabelPoolFigure extends Pick<ComputeFigure, "events" | "n" | "percentPrinted"> {
  /** `rate` is the share of the pool's patients, 0 to 1: from the count, else from the percentage. */
  readonly rate: number;
  /** `interval` is the exact interval of the count; `null` if only a percentage is printed. */
  readonly interval: Interval | null;
  /** `outcome` is the requested outcome, or a part of it if the label has only that. */
  readonly outcome: string;
  /** `label` names the pool: "MonumenTAL-1, US label pool". */
  readonly label: string;
}

/** Patients of a label pool as a whole. */
const whole: readonly ComputeFigure["population"][] = ["safety", "treated"];

/**
 * Returns the figure of a drug in a label pool that holds a trial of the answer; `null` without any.
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
  const pools = poolsWith(included, cohorts).filter((pool) => pool.product === product);
  for (const { label, figures } of pools) {
    for (const figure of figures) {
      const rate = rateOf(figure);
      if (figure.outcome !== outcome || !isOfWhole(figure) || rate === null) continue;
      const { events, n, percentPrinted } = figure;
      const interval = events === null || n === null ? null : clopperPearson(events, n);
      return { outcome, label, events, n, percentPrinted, rate, interval };
    }
  }
  return null;
}

/**
 * Returns the percentages that labels print for a harm that follows from a target and that trials seldom count;
 * they stand in a row in which no trial of a class has a count. Other outcomes have none.
 *
 * @param selectedCohorts Cohorts of the class.
 */
export function labelPercentages(
  outcome: Pick<Outcome, "id" | "targets">,
  selectedCohorts: readonly ComputeCohort[],
  cohorts: readonly ComputeCohort[],
): Refused[] {
  if (outcome.targets === undefined) return [];
  const included = new Set(selectedCohorts.map(({ id }) => id));
  return poolsWith(included, cohorts).flatMap((cohort) =>
    cohort.figures
      .filter((figure) => figure.outcome === outcome.id && isOfWhole(figure))
      .filter(({ events, percentPrinted }) => events === null && percentPrinted !== null)
      .map((figure) => ({ cohort, reason: { code: "no-count" }, figure })),
  );
}

/** Returns the label pools that hold a selected cohort and are not selected themselves. */
function poolsWith(
  included: ReadonlySet<string>,
  cohorts: readonly ComputeCohort[],
): ComputeCohort[] {
  return cohorts.filter(
    ({ id, parts }) => !included.has(id) && parts.some((part) => included.has(part)),
  );
}

function isOfWhole({ hold, population }: ComputeFigure): boolean {
  return hold === null && whole.includes(population);
}

/** Returns 0 to 1, or `null` where neither a count nor a percentage was reported. */
function rateOf({ events, n, percentPrinted }: ComputeFigure): number | null {
  if (events !== null && n !== null) return events / n;
  return percentPrinted === null ? null : percentPrinted / 100;
}
