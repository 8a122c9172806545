/**
 * Figures as rates: counts with the time for which patients were observed. The time of another data
 * cut is in its rate, so that cut may be used where it may not be pooled as a proportion.
 */
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import { exposureOf } from "#data/exposure.ts";
import type { Outcome } from "#data/schema.ts";
import { type CountedFigure, choose, counted, type Usable } from "./choose.ts";
import { type Gathered, type GatherRules, gather } from "./gather.ts";

/** A count among patients who were observed for the same time. */
export interface RatedFigure extends CountedFigure {
  years: number;
}

const monthsOfYear = 12;
/** Adverse events are usually reported until so many days after the last dose. */
const reportingDays = 30;
const reportingMonths = (reportingDays * monthsOfYear) / 365.25;

/** Outcomes that accumulate: the longer patients are observed, the more have them. */
export function accumulates({ kind, timeDependent }: Outcome): boolean {
  return kind === "count" && timeDependent;
}

/** `null` if no time is known. */
function observedYears(
  figure: Pick<ComputeFigure, "exposureMonths" | "followUpMonths">,
  outcome: Pick<Outcome, "observed">,
): number | null {
  const months = exposureOf(figure, outcome);
  if (months === null || !(months > 0)) return null;
  const after = outcome.observed === "treatment" ? reportingMonths : 0;
  return (months + after) / monthsOfYear;
}

export function gatherRates(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
  rules: GatherRules,
): Gathered<RatedFigure> {
  // Without the dependence on time no data cut is too far from the primary one.
  const atAnyTime = { ...outcome, timeDependent: false };
  const usable = (figure: ComputeFigure) => rated(figure, outcome);
  return gather(
    cohorts,
    (cohort) => {
      const candidates = cohort.figures.filter((figure) => figure.outcome === outcome.id);
      return choose(cohort, atAnyTime, candidates, usable, rules);
    },
    rules,
    atAnyTime,
  );
}

function rated(figure: ComputeFigure, outcome: Outcome): Usable<RatedFigure> {
  const count = counted(figure);
  if (count.reason !== null) return count;
  const years = observedYears(figure, outcome);
  return years === null
    ? { figure: null, reason: { code: "no-exposure" } }
    : { figure: { ...count.figure, years }, reason: null };
}
