/** The range of the difference when single cohorts are left out. */
import type { Interval } from "../answer.ts";
import type { CodedAnalysis } from "./sensitivity.ts";

/** The difference without one cohort, per 100 patients. */
export interface Without {
  cohort: string;
  label: string;
  differencePer100: number;
  differenceInterval: Interval;
}

export interface LeaveOneOut {
  lowest: Without;
  highest: Without;
  /** Cohorts without which there is still a contrast. */
  cohorts: number;
  /** Of these, the ones without which the finding is another. */
  lost: readonly Pick<Without, "cohort" | "label">[];
}

/** `null` if no contrast is left without any of the cohorts. Of equal differences the first counts. */
export function leaveOneOutOf(analyses: readonly CodedAnalysis[]): LeaveOneOut | null {
  const made = analyses.flatMap(({ change, contrasts: [contrast], verdict }) => {
    if (change.kind !== "leave-one-out" || verdict === null || contrast === undefined) return [];
    const { differencePer100, differenceInterval } = contrast;
    if (differencePer100 === null || differenceInterval === null) return [];
    const { value: cohort, cohort: label } = change;
    return [{ without: { cohort, label, differencePer100, differenceInterval }, verdict }];
  });
  const byDifference = made
    .map(({ without }) => without)
    .sort((a, b) => a.differencePer100 - b.differencePer100);
  const [lowest] = byDifference;
  const highest = byDifference.at(-1);
  if (lowest === undefined || highest === undefined) return null;
  return {
    lowest,
    highest,
    cohorts: made.length,
    lost: made
      .filter(({ verdict }) => verdict === "lost")
      .map(({ without: { cohort, label } }) => ({ cohort, label })),
  };
}
