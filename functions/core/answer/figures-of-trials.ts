/** Tells what a pool was made from: one figure a trial, of all patients of its cohorts. */
import { groupBy } from "../evidence/group-by.ts";
import { countDistinctTrials, type PartOfTrial } from "../evidence/trials.ts";
import type { StudyResult } from "./answer.ts";

/** Holds a figure of a pool; that of survival at a month has no events. */
export type FigureOfTrial = Pick<StudyResult, "events" | "n" | "estimate" | "product">;

export interface PoolOfStudies {
  readonly k: number;
  readonly studies: readonly (FigureOfTrial & PartOfTrial)[];
}

/**
 * Returns the figure of each trial of a pool, in the order of its cohorts. Survival has no counts that could be
 * added, so each cohort is a figure, and so it is in a published set.
 */
export function listFiguresByTrial({ k, studies }: PoolOfStudies): readonly FigureOfTrial[] {
  // A published set counts its cohorts, also those of one trial.
  if (k !== countDistinctTrials(studies)) return studies;
  return groupBy(studies, ({ trial }) => trial).flatMap((parts): readonly FigureOfTrial[] => {
    const [first, another] = parts;
    const events = sumUnlessUnknown(parts.map((part) => part.events));
    const n = sumUnlessUnknown(parts.map((part) => part.n));
    if (another === undefined || events === null || n === null) return parts;
    return [{ events, n, estimate: events / n, product: first.product }];
  });
}

function sumUnlessUnknown(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (sum, number) => (sum === null || number === null ? null : sum + number),
    0,
  );
}
