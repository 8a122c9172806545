/** A difference with any one trial left out: its range, and where its interval reaches 0. Overlapping trials that were dropped for it come back. */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { byClass } from "../evidence/grouping.ts";
import { select } from "../evidence/select.ts";
import type { Query } from "../question/query.ts";
import { classesOf, differenceOf, without } from "./changed-question.ts";
import { findingOfCounts } from "./contrast.ts";
import { gatherRow, withRegimens } from "./gather-row.ts";
import type { Models } from "./models.ts";
import { counts } from "./outcome-types.ts";
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
  const own = withRegimens(byClass(select(query, dataset).included).groups, query, dataset);
  const pooled = gatherRow(outcome, own, query, counts).flatMap(
    (group) => group.own.gathered.entries,
  );
  const trials = new Map(pooled.map(({ cohort }) => [cohort.trial, cohort.label]));
  const differences = [...trials].flatMap(([trial, label]) => {
    const changed = without(query, dataset, (one) => one.trial === trial);
    const classes = gatherRow(outcome, classesOf(changed, own, dataset), changed, counts);
    const result = differenceOf(classes, model);
    if (!result) return [];
    const reachesZero = findingOfCounts(result) === 0;
    return [{ trial, label, differencePer100: 100 * result.difference, reachesZero }];
  });
  const leftOut = ({ trial, label }: LeftOut): LeftOut => ({ trial, label });
  const withNumber = (one: WithoutTrial): WithoutTrial => ({
    ...leftOut(one),
    differencePer100: one.differencePer100,
  });
  const inOrder = [...differences].sort((a, b) => a.differencePer100 - b.differencePer100);
  const [lowest] = inOrder;
  const highest = inOrder.at(-1);
  if (!lowest || !highest) return null;
  return roundDeep({
    lowest: withNumber(lowest),
    highest: withNumber(highest),
    trials: inOrder.length,
    of: trials.size,
    reachesZero: differences.filter(({ reachesZero }) => reachesZero).map(leftOut),
  });
}
