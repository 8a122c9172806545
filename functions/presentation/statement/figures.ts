/** Whether an outcome has any number. Text and screen then say why there is none. */

import type { StudyResult } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiPool, ApiRow } from "#presentation/words/api-answer.ts";

export function hasNumber({ pools }: ApiRow): boolean {
  return therapyClasses.some((group) => pools[group].estimate !== null);
}

/** The cohorts of a pool and of the other kind of regimen beside it. */
export function studiesOf({ studies, beside }: Pick<ApiPool, "studies" | "beside">): StudyResult[] {
  return [...studies, ...(beside?.studies ?? [])];
}

export type PrintedMedian = ReturnType<typeof printedMedians>[number];

/** Without months, the median was not reached. */
export function printedMedians({
  medians,
  notReached = [],
}: Pick<ApiPool, "medians" | "notReached">) {
  return [...medians, ...notReached.map((one) => ({ ...one, months: null }))];
}

/** A figure that is not pooled but shown: its rate of 1, for a chart. */
export function pointOf(figure: ApiPool["notPooled"][number]): number | null {
  const { events, n, percentPrinted, shown } = figure;
  if (shown === null) return null;
  if (percentPrinted !== null) return percentPrinted / 100;
  return events !== null && n ? events / n : null;
}

/** Whether no cohort of either class reports the outcome in any form. */
export function isSilentRow({ pools }: Pick<ApiRow, "pools">): boolean {
  return therapyClasses.every((group) => isSilent(pools[group]));
}

/** Whether no cohort reports the outcome in any form. */
export function isSilent({ notPooled }: ApiPool): boolean {
  return notPooled.every(({ code }) => code === "not-reported");
}
