/**
 * Tests whether groups of trials differ by more than chance: the test for subgroup differences (Cochrane
 * Handbook 10.11.3.1). Each group is pooled by itself, with its own spread between trials, and the pooled
 * logits (of survival: log cumulative hazards) are compared by Cochran's Q against χ².
 *
 * The default model gives no such test, so it is made by REML, or by the frequentist model that was
 * asked for, with plain standard errors (no Hartung–Knapp). A group takes part with three trials or
 * more: of fewer the spread between trials is hardly known, and its standard error says too little.
 * Without two such groups there is no test.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Poolable } from "../evidence/gather.ts";
import type { Grouping } from "../evidence/grouping.ts";
import { select } from "../evidence/select.ts";
import { separateTrialsIn } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import { betweenGroupsQ } from "../statistics/contrast/independent.ts";
import { bayesFitting } from "./bayes-fitting.ts";
import type { Fittable } from "./fit.ts";
import { frequentistModel } from "./frequentist-models.ts";
import { type GatheredGroup, gatherRow, withRegimens } from "./gather-row.ts";
import { counts, landmarks } from "./outcome-types.ts";

export const leastTrials = 3;

export type TestModel = Exclude<Query["model"], "bayes">;

export interface SubgroupTest {
  readonly model: TestModel;
  /** `groups` are compared; `smallGroups` have too few trials. */
  readonly groups: readonly string[];
  readonly smallGroups: readonly string[];
  /** `result` is `null` for fewer than two groups. */
  readonly result: { readonly q: number; readonly df: number; readonly p: number } | null;
}

export function subgroupTest(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  grouping: Grouping,
): SubgroupTest {
  const { groups } = grouping(select(query, dataset).included);
  const all = withRegimens(groups, query, dataset);
  const gathered: readonly GatheredGroup<string, Poolable>[] =
    outcome.kind === "landmark"
      ? gatherRow(outcome, all, query, landmarks)
      : gatherRow(outcome, all, query, counts);
  return testBetween(
    gathered.map(({ id, figures, mainRegimen }) => ({
      id,
      figures,
      trials: separateTrialsIn(mainRegimen.gathered.entries),
    })),
    query.model === "bayes" ? "reml" : query.model,
  );
}

interface GroupOfTrials extends Fittable {
  /** `trials` counts distinct trials, of which each may have several figures. */
  readonly trials: number;
}

export function testBetween(gathered: readonly GroupOfTrials[], model: TestModel): SubgroupTest {
  const { pool } = frequentistModel({ model, interval: "wald" }, bayesFitting);
  const withTrials = gathered.filter(({ trials }) => trials > 0);
  const fitted = withTrials.flatMap(({ id, figures, trials }) => {
    if (trials < leastTrials) return [];
    const { status, mu } = pool(figures);
    return status === "fallback" || mu === null ? [] : { id, estimate: mu.mean, se: mu.sd };
  });
  const groups = fitted.map(({ id }) => id);
  return {
    model,
    groups,
    smallGroups: withTrials.flatMap(({ id }) => (groups.includes(id) ? [] : id)),
    result: betweenGroupsQ(fitted),
  };
}
