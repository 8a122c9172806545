/** How soon something began and how long it lasted, as each cohort printed it; never combined. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { CitedTiming, Timings } from "#data/timing.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { wholesOf } from "#data/wholes.ts";
import { groups } from "./classes.ts";

export interface TimingQuery {
  /** The outcome in whose row the times stand; `null`: of the treatment; absent: all times. */
  row?: string | null;
  therapyClass?: TherapyClass;
}

export interface TimingLine
  extends Pick<ComputeCohort, "label" | "therapyClass" | "product" | "parts"> {
  cohort: string;
  /** In the order in which they were entered. */
  times: readonly CitedTiming[];
}

/** CAR-T first. A row has also the times of what it is part of: CRS those of severe CRS. */
export function timingOf(
  { cohorts, outcomes }: { cohorts: readonly ComputeCohort[]; outcomes: readonly Outcome[] },
  timings: Timings,
  { row, therapyClass }: TimingQuery,
): TimingLine[] {
  const concerned: (string | null)[] =
    row == null ? [null] : [row, ...wholesOf(row, outcomes).map(({ id }) => id)];
  return groups
    .filter((group) => therapyClass === undefined || group === therapyClass)
    .flatMap((group) => cohorts.filter((cohort) => cohort.therapyClass === group))
    .map(({ id, label, therapyClass: own, product, parts }) => ({
      cohort: id,
      label,
      therapyClass: own,
      product,
      parts,
      times: (timings[id] ?? []).filter(
        ({ outcome }) => row === undefined || concerned.includes(outcome),
      ),
    }))
    .filter(({ times }) => times.length > 0);
}

/** The lines of the given cohorts, and of labels that print one of them with others. */
export function timingAmong<L extends Pick<TimingLine, "cohort" | "parts">>(
  lines: readonly L[],
  cohorts: ReadonlySet<string>,
): L[] {
  return lines.filter(
    ({ cohort, parts }) => cohorts.has(cohort) || parts.some((part) => cohorts.has(part)),
  );
}
