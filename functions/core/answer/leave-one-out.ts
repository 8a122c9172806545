/**
 * Recomputes a difference without each trial in turn: its range, and the trials without which its interval reaches
 * 0. Trials that were dropped because they overlap with the omitted one come back.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Query } from "../question/query.ts";
import type { Interval } from "./answer.ts";
import { fitClassDifference, regatherWithoutEachTrial } from "./changed-question.ts";
import { judgeSideOfNoDifference } from "./contrast.ts";
import type { Models } from "./models.ts";
import { roundNumbersDeep } from "./round.ts";

export interface LeaveOneOut {
  /** `range` is the lowest and the highest difference, per 100 patients, over all omissions of one trial. */
  readonly range: Interval;
  /** `trials` counts the trials without which a difference can still be computed. */
  readonly trials: number;
  /** `of` counts all trials of the row, whether or not a difference is left without them. */
  readonly of: number;
  /**
   * `reachesZero` holds the labels of the trials without which the interval of the difference holds 0, or ends
   * there.
   */
  readonly reachesZero: readonly string[];
}

/** @returns `null` if no difference is left without any of the trials */
export function summariseLeaveOneOut(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  models: Models,
): LeaveOneOut | null {
  const model = models.of(query);
  const omissions = regatherWithoutEachTrial(query, outcome, dataset);
  const differences = omissions.flatMap(({ label, classes }) => {
    const result = fitClassDifference(classes, model);
    return result ? [{ label, result }] : [];
  });
  if (differences.length === 0) return null;
  const per100 = differences.map(({ result }) => 100 * result.difference);
  return roundNumbersDeep({
    range: [Math.min(...per100), Math.max(...per100)],
    trials: differences.length,
    of: omissions.length,
    reachesZero: differences
      .filter(({ result }) => judgeSideOfNoDifference(result) === 0)
      .map(({ label }) => label),
  });
}
