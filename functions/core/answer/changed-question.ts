/** Recomputes a row's difference for a modified question; used by the analyses and by leave-one-out. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { groupCohortsByClass, referenceClass } from "../evidence/grouping.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { splitIncludedAndExcludedCohorts } from "../evidence/select.ts";
import {
  countTrialsOfEntriesIncludingPooled,
  countTrialsWithPoolingAsOne,
} from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import { convertIntervalToPer100, leastTrials } from "./contrast.ts";
import { type ContrastFigures, type Model, markParts } from "./fit.ts";
import { addMainRegimenToGroups, type GatheredGroup, gatherGroupsOfRow } from "./gather-row.ts";
import { counts } from "./outcome-types.ts";

export type Classes = readonly GatheredGroup<TherapyClass, CountedFigure>[];

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

/** Returns the question without some cohorts, which it names in canonical order. */
export function excludeCohortsFromQuery(
  query: Query,
  { cohorts }: Pick<Dataset, "cohorts">,
  isLeftOut: (cohort: ComputeCohort) => boolean,
): Query {
  const excludedIds = new Set(query.exclude);
  const exclude = cohorts.flatMap((cohort) =>
    excludedIds.has(cohort.id) || isLeftOut(cohort) ? [cohort.id] : [],
  );
  return { ...query, exclude };
}

/**
 * Returns the difference between the classes; `null` where a class keeps fewer than two trials, or the model gives
 * none.
 */
export function fitClassDifference(classes: Classes, model: Model): ContrastFigures | null {
  if (
    classes.some(
      ({ mainRegimen }) => countTrialsWithPoolingAsOne(mainRegimen.gathered.entries) < leastTrials,
    )
  )
    return null;
  const compared = model.compare(classes, referenceClass, "contrast");
  return compared.find(({ contrast }) => contrast)?.contrast ?? null;
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
  const original = addMainRegimenToGroups(
    groupCohortsByClass(splitIncludedAndExcludedCohorts(query, dataset).included).groups,
    query,
    dataset,
  );
  const gathered = (groups: readonly GroupOfRegimen<TherapyClass>[], changedQuery: Query) =>
    gatherGroupsOfRow(
      outcome,
      groups.filter(({ id }) => ids.includes(id)),
      changedQuery,
      counts,
    );
  const whole = gathered(original, query);
  const cohorts = whole.flatMap((group) =>
    group.mainRegimen.gathered.entries.map(({ cohort }) => cohort),
  );
  return [...new Map(cohorts.map(({ trial, label }) => [trial, label]))].map(([trial, label]) => {
    const changed = excludeCohortsFromQuery(query, dataset, (cohort) => cohort.trial === trial);
    return {
      label,
      classes: markParts(
        gathered(selectCohortsKeepingRegimens(changed, original, dataset), changed),
        whole,
      ),
    };
  });
}

/** Holds the difference between the classes and their odds ratio, by any model. */
export type FittedDifference = Pick<
  ContrastFigures,
  "difference" | "differenceInterval" | "ratio" | "ratioInterval"
>;

/** Returns the fields of an analysis for a difference and its odds ratio. */
export function makeFieldsOfDifference(result: FittedDifference) {
  return {
    ...makeDifferencePer100(result),
    oddsRatio: result.ratio,
    oddsRatioInterval: result.ratioInterval,
  };
}

export function makeDifferencePer100({
  difference,
  differenceInterval,
}: Pick<FittedDifference, "difference" | "differenceInterval">) {
  return {
    differencePer100: 100 * difference,
    differenceInterval: convertIntervalToPer100(differenceInterval),
  };
}

/** Returns the number of distinct trials with a figure, added over both classes. */
export function countTrialsOfClasses(classes: Classes): number {
  return classes.reduce(
    (sum, { mainRegimen }) =>
      sum + countTrialsOfEntriesIncludingPooled(mainRegimen.gathered.entries),
    0,
  );
}
