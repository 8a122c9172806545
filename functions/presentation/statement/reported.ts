/** Whether an outcome has any number. Text and screen then say why there is none. */
import type { OutcomeComparison, Pool, StudyResult } from "#core/comparison/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";

export function hasNumber({ pools }: OutcomeComparison): boolean {
  return therapyClasses.some((group) => pools[group].estimate !== null);
}

/** The cohorts of a pool and of the other kind of regimen beside it. */
export function studiesOf({ studies, beside }: Pick<Pool, "studies" | "beside">): StudyResult[] {
  return [...studies, ...(beside?.studies ?? [])];
}

export type PrintedMedian = ReturnType<typeof printedMedians>[number];

/** Without months, the median was not reached. */
export function printedMedians({ medians, notReached = [] }: Pick<Pool, "medians" | "notReached">) {
  return [...medians, ...notReached.map((one) => ({ ...one, months: null }))];
}

/** A figure that is not pooled but shown: its rate of 1, for a chart. */
export function pointOf(figure: Pool["notPooled"][number]): number | null {
  const { events, n, percentPrinted, shown } = figure;
  if (shown === null) return null;
  if (percentPrinted !== null) return percentPrinted / 100;
  return events !== null && n ? events / n : null;
}

/** Whether no cohort of either class reports the outcome in any form. */
export function isSilentRow({ pools }: Pick<OutcomeComparison, "pools">): boolean {
  return therapyClasses.every((group) => isSilent(pools[group]));
}

/** Whether no cohort reports the outcome in any form. */
export function isSilent({ notPooled }: Pool): boolean {
  return notPooled.every(({ code }) => code === "not-reported");
}
