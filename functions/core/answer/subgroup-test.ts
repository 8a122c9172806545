/**
 * Tests whether groups of trials differ by more than chance: the test for subgroup differences (Cochrane
 * Handbook 10.11.3.1), by a regression of the logits (of survival: log cumulative hazards) on the group, with one
 * spread between trials for all groups and standard errors by Hartung and Knapp, as for moderators.
 *
 * The default model gives no such test, so it is made by REML, or by the frequentist model that was
 * asked for; counts by maximum likelihood have no Hartung–Knapp, and t in its place. A group takes part with three
 * trials or more: fewer hardly tell what is typical of it. Without two such groups there is no test.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Poolable } from "../evidence/gather.ts";
import type { Grouping } from "../evidence/grouping.ts";
import { splitIncludedAndExcludedCohorts } from "../evidence/select.ts";
import { countTrialsWithPoolingAsOne } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import {
  type TestBetweenGroups,
  testGroupsOfCounts,
  testGroupsOfEffects,
} from "../statistics/meta-regression/between-groups.ts";
import {
  type EffectSize,
  makeLogHazardEffectSizes,
  makeLogitEffectSizes,
} from "../statistics/scales.ts";
import type { Figures, Fittable } from "./fit.ts";
import { chooseTau2MethodForModel, makeFrequentistModel } from "./frequentist-models.ts";
import { addMainRegimenToGroups, type GatheredGroup, gatherGroupsOfRow } from "./gather-row.ts";
import { bayesFitting } from "./models.ts";
import { counts, landmarks } from "./outcome-types.ts";

export const leastTrials = 3;

export type TestModel = Exclude<Query["model"], "bayes">;

export interface SubgroupTest {
  readonly model: TestModel;
  /** `groups` are compared; `smallGroups` have too few trials. */
  readonly groups: readonly string[];
  readonly smallGroups: readonly string[];
  /** `result` is `null` for fewer than two groups, and where the model has none. */
  readonly result: TestBetweenGroups | null;
}

/**
 * Returns the test whether the groups into which `grouping` divides the trials of a question differ in an outcome.
 *
 * @param outcome The outcome whose figures are tested.
 */
export function testSubgroupsOfQuestion(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  grouping: Grouping,
): SubgroupTest {
  const { groups } = grouping(splitIncludedAndExcludedCohorts(query, dataset).included);
  const all = addMainRegimenToGroups(groups, query, dataset);
  const gathered: readonly GatheredGroup<string, Poolable>[] =
    outcome.kind === "landmark"
      ? gatherGroupsOfRow(outcome, all, query, landmarks)
      : gatherGroupsOfRow(outcome, all, query, counts);
  return testGroupsWithEnoughTrials(
    gathered.map(({ id, figures, mainRegimen }) => ({
      id,
      figures,
      trials: countTrialsWithPoolingAsOne(mainRegimen.gathered.entries),
    })),
    query.model === "bayes" ? "reml" : query.model,
  );
}

interface GroupOfTrials extends Fittable {
  /** `trials` counts distinct trials, of which each may have several figures. */
  readonly trials: number;
}

export function testGroupsWithEnoughTrials(
  gathered: readonly GroupOfTrials[],
  model: TestModel,
): SubgroupTest {
  const { pool } = makeFrequentistModel({ model, interval: "wald" }, bayesFitting);
  const withTrials = gathered.filter(({ trials }) => trials > 0);
  // A group without a pool of its own, such as one without any event, has no mean that could be compared.
  const compared = withTrials.filter(
    ({ figures, trials }) => trials >= leastTrials && pool(figures).status !== "fallback",
  );
  const groups = compared.map(({ id }) => id);
  return {
    model,
    groups,
    smallGroups: withTrials.flatMap(({ id }) => (groups.includes(id) ? [] : id)),
    result: testGroupsByModel(compared, model),
  };
}

function testGroupsByModel(
  compared: readonly GroupOfTrials[],
  model: TestModel,
): TestBetweenGroups | null {
  const groups = compared.flatMap(({ id, figures: { figures } }) => figures.map(() => id));
  const figures = compared.map((group) => group.figures);
  const studies = figures.flatMap((of) => (of.kind === "count" ? of.figures : []));
  return model === "glmm" && studies.length === groups.length
    ? testGroupsOfCounts(studies, groups)
    : testGroupsOfEffects(figures.flatMap(listEffectSizes), groups, {
        method: chooseTau2MethodForModel(model),
      });
}

function listEffectSizes(of: Figures): EffectSize[] {
  return of.kind === "count"
    ? makeLogitEffectSizes(of.figures)
    : makeLogHazardEffectSizes(of.figures.map(({ hazard }) => hazard));
}
