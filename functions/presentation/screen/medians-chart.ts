/**
 * The medians of survival on an axis of months: one mark a trial, with its interval as printed.
 * They are never averaged, so nothing here combines them.
 */
import type { MedianResult, OutcomeComparison } from "#core/comparison/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";

export interface MedianLine extends MedianResult {
  /** Positions on the axis, 0 to 1. */
  at: {
    median: number;
    /** `null` without an interval. An end that was not reached lies at the end of the axis. */
    interval: readonly [number, number] | null;
    /** Whether the upper end was not reached. */
    open: boolean;
  };
}

export interface MediansChart {
  /** The months that the axis names: its beginning, middle and end. */
  ticks: readonly [number, number, number];
  /** The classes with a median, each with its trials. */
  classes: readonly {
    group: TherapyClass;
    lines: readonly MedianLine[];
    /** Whether some products were given alone and some with other drugs. */
    mixed: boolean;
  }[];
}

/** Ends of an axis whose middle is a whole number of months. */
const ends = [12, 24, 36, 48, 60, 72, 96, 120];

/** `null` if no selected cohort printed a median. */
export function mediansChart({ pools }: Pick<OutcomeComparison, "pools">): MediansChart | null {
  const classes = therapyClasses.filter((group) => pools[group].medians.length > 0);
  if (classes.length === 0) return null;
  const longest = Math.max(
    ...classes.flatMap((group) =>
      pools[group].medians.flatMap(({ months, interval }) => [months, interval?.[1] ?? 0]),
    ),
  );
  const end = ends.find((one) => one >= longest) ?? Math.ceil(longest / 24) * 24;
  return {
    ticks: [0, end / 2, end],
    classes: classes.map((group) => ({
      group,
      lines: pools[group].medians.map((median) => ({ ...median, at: positions(median, end) })),
      mixed: new Set(pools[group].medians.map(({ regimen }) => regimen)).size > 1,
    })),
  };
}

function positions({ months, interval }: MedianResult, end: number): MedianLine["at"] {
  const [lower, upper] = interval ?? [null, null];
  const known = lower !== null || upper !== null;
  return {
    median: months / end,
    // A lower end that is missing is drawn from the median on, because nothing is known of it.
    interval: known ? [(lower ?? months) / end, upper === null ? 1 : upper / end] : null,
    open: known && upper === null,
  };
}
