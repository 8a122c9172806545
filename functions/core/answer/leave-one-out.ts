/** A difference with any one trial left out: its range, and where its interval reaches 0. Overlapping trials that were dropped for it come back. */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Query } from "../question/query.ts";
import { differenceOf, withoutEachTrial } from "./changed-question.ts";
import { findingOfCounts } from "./contrast.ts";
import type { Models } from "./models.ts";
import { roundDeep } from "./round.ts";

interface LeftOut {
  readonly trial: string;
  /** Of one of its cohorts. */
  readonly label: string;
}

export interface WithoutTrial extends LeftOut {
  readonly differencePer100: number;
}

export interface LeaveOneOut {
  readonly lowest: WithoutTrial;
  readonly highest: WithoutTrial;
  /** Trials without which a difference is left. */
  readonly trials: number;
  /** The number of trials in the row, with or without such a difference. */
  readonly of: number;
  /** Those without which the interval holds 0, or ends there. */
  readonly reachesZero: readonly LeftOut[];
}

/** @returns `null` if no difference is left without any of the trials. Of equal differences the first counts. */
export function leaveOneOut(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  models: Models,
): LeaveOneOut | null {
  const model = models.of(query);
  const omissions = withoutEachTrial(query, outcome, dataset);
  const differences = omissions.flatMap(({ trial, label, classes }) => {
    const result = differenceOf(classes, model);
    return result ? [{ trial, label, result }] : [];
  });
  const inOrder = differences
    .map(({ trial, label, result }) => ({
      trial,
      label,
      differencePer100: 100 * result.difference,
    }))
    .sort((a, b) => a.differencePer100 - b.differencePer100);
  const [lowest] = inOrder;
  const highest = inOrder.at(-1);
  if (!lowest || !highest) return null;
  return roundDeep({
    lowest,
    highest,
    trials: inOrder.length,
    of: omissions.length,
    reachesZero: differences
      .filter(({ result }) => findingOfCounts(result) === 0)
      .map(({ trial, label }) => ({ trial, label })),
  });
}
