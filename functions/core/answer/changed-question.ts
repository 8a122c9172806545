/** Recomputes a row's difference for a modified question; used by the analyses and by leave-one-out. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { isCohortKeptByFilter } from "../evidence/filters.ts";
import { groupCohortsByClass, referenceClass } from "../evidence/grouping.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { splitIncludedAndExcludedCohorts } from "../evidence/select.ts";
import { countTrialsWithPoolingAsOne } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import { convertIntervalToPer100, leastTrials } from "./contrast.ts";
import { type Difference, type Model, markParts } from "./fit.ts";
import {
  addMainRegimenToGroups,
  type FittableGroup,
  gatherFittableGroupsOfRow,
} from "./gather-row.ts";
import { counts } from "./outcome-types.ts";

export type Classes = readonly FittableGroup<TherapyClass, CountedFigure>[];

/** Returns both classes of a question with their cohorts, and the kind of regimen that stands for each. */
export function selectClasses(query: Query, dataset: Dataset): GroupOfRegimen<TherapyClass>[] {
  const { included } = splitIncludedAndExcludedCohorts(query, dataset);
  return addMainRegimenToGroups(groupCohortsByClass(included).groups, query, dataset);
}

/** Returns the cohorts of a changed question, with the kinds of regimen of the original one. */
export function selectCohortsKeepingRegimens(
  query: Query,
  original: readonly GroupOfRegimen<TherapyClass>[],
  dataset: Dataset,
): GroupOfRegimen<TherapyClass>[] {
  return groupCohortsByClass(splitIncludedAndExcludedCohorts(query, dataset).included).groups.map(
    (group) => ({
      ...group,
      regimen: original.find(({ id }) => id === group.id)?.regimen ?? null,
    }),
  );
}

/** Holds a question with the cohorts that it selects. */
export interface SelectedQuestion {
  readonly query: Query;
  /** The groups of a changed question keep the kind of regimen of the original one. */
  readonly groups: readonly GroupOfRegimen<TherapyClass>[];
}

/**
 * Returns the question without some cohorts, which it names in canonical order. Of the cohorts that it selected it keeps
 * all that are not excluded, and that hold none that is.
 */
export function excludeCohortsFromQuestion(
  { query, groups }: SelectedQuestion,
  dataset: Dataset,
  isLeftOut: (cohort: ComputeCohort) => boolean,
): SelectedQuestion {
  const excludedIds = new Set(query.exclude);
  const exclude = dataset.cohorts.flatMap((cohort) =>
    excludedIds.has(cohort.id) || isLeftOut(cohort) ? [cohort.id] : [],
  );
  const changed = { ...query, exclude };
  const isKept = (cohort: ComputeCohort) =>
    isCohortKeptByFilter("exclude", cohort, changed, dataset);
  return {
    query: changed,
    groups: groups.map((group) => ({ ...group, cohorts: group.cohorts.filter(isKept) })),
  };
}

/**
 * Returns the difference between the classes; `null` where a class keeps fewer than two trials, or the model gives
 * none.
 */
export function fitClassDifference(classes: Classes, model: Model): Difference | null {
  if (
    classes.some(
      ({ mainRegimen }) => countTrialsWithPoolingAsOne(mainRegimen.gathered.entries) < leastTrials,
    )
  )
    return null;
  return model.difference(classes, referenceClass);
}

/**
 * Returns the classes of a row without each of its trials in turn, with the label of one of that trial's cohorts.
 * Trials that were dropped because they overlap with the omitted one come back.
 *
 * @param ids The classes whose trials are left out, and which are gathered.
 */
export function regatherWithoutEachTrial(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
  ids: readonly TherapyClass[] = therapyClasses,
): { readonly label: string; readonly classes: Classes }[] {
  const original = { query, groups: selectClasses(query, dataset) };
  const gather = (question: SelectedQuestion) =>
    gatherFittableGroupsOfRow(
      outcome,
      question.groups.filter(({ id }) => ids.includes(id)),
      question.query,
      counts,
    );
  const whole = gather(original);
  const cohorts = whole.flatMap((group) =>
    group.mainRegimen.gathered.entries.map(({ cohort }) => cohort),
  );
  return [...new Map(cohorts.map(({ trial, label }) => [trial, label]))].map(([trial, label]) => {
    const changed = excludeCohortsFromQuestion(
      original,
      dataset,
      (cohort) => cohort.trial === trial,
    );
    return { label, classes: markParts(gather(changed), whole) };
  });
}

export function makeDifferencePer100({
  difference,
  differenceInterval,
}: Pick<Difference, "difference" | "differenceInterval">) {
  return {
    differencePer100: 100 * difference,
    differenceInterval: convertIntervalToPer100(differenceInterval),
  };
}
