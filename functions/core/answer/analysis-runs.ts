/**
 * Gathers the figures of the sensitivity analyses of a row, before anything is fitted: those of the row, and for each
 * analysis the figures that remain or replace others. `analyses.ts` fits their differences.
 */

import { groupBy } from "#data/lists-and-objects.ts";
import type { Outcome } from "#data/schema.ts";
import { labelRegions, type TherapyClass } from "#data/vocabulary.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { type Group, splitSeriesIntoProductSlugs, sumPatients } from "../evidence/grouping.ts";
import {
  enrolledPopulations,
  findFigureOverApheresed,
  infusion,
  isResponseOutcome,
} from "../evidence/leukapheresed.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import {
  countTrialsOfEntriesIncludingPooled,
  countTrialsWithPoolingAsOne,
  mergeEntries,
  nameTrial,
} from "../evidence/trials.ts";
import { hasNoPublishedSet } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import {
  type Classes,
  excludeCohortsFromQuestion,
  type SelectedQuestion,
  selectCohortsKeepingRegimens,
} from "./changed-question.ts";
import { markPartOfFigures, markParts } from "./fit.ts";
import { gatherFittableGroupsOfRow, gatherProductSlugs } from "./gather-row.ts";
import { adaptOutcomeTypeToPublishedSet, counts, makeFiguresToPool } from "./outcome-types.ts";

/** Holds the figures of a row after one change. */
export interface AnalysisRun {
  /** `variant` names the region, product or trial of the change; `null` where an analysis has one run. */
  readonly variant: string | null;
  readonly classes: Classes;
}

export interface ApheresedRun {
  /** `run` is `null` if the number of apheresed patients is unknown for a trial and cannot be estimated. */
  readonly run: AnalysisRun | null;
  /** `made` counts the trials for which the number of apheresed patients is known, `total` all trials. */
  readonly made: number;
  readonly total: number;
  /**
   * `assumedPer100` of 100 apheresed patients are assumed to have been infused in the other trials; `null` if nothing
   * is assumed.
   */
  readonly assumedPer100: number | null;
  /** It is true if the number is known for trials of fewer than half of the patients. */
  readonly isScenario: boolean;
}

/** Holds the figures of the analyses that count other figures than the row; the others change its model alone. */
export interface RowRuns {
  readonly original: Classes;
  /** `drugs` is the number of drugs that are left out in turn. */
  readonly drugs: number;
  readonly trial: readonly AnalysisRun[];
  /** `product` leaves out the runs that count the same as one without a single trial. */
  readonly product: () => readonly AnalysisRun[];
  readonly "product-once": () => readonly AnalysisRun[];
  readonly place: () => readonly AnalysisRun[];
  readonly dose: () => readonly AnalysisRun[];
  readonly papers: () => readonly AnalysisRun[];
  /** `apheresed` is `null` for outcomes other than responses. */
  readonly apheresed: ApheresedRun | null;
}

/** Returns a text of all counts that are fitted: two runs with the same text are one refit. */
export function describeFigures(classes: Classes): string {
  return classes
    .map(({ id, figures: of }) => {
      const counted = of.kind === "count" ? of.figures : [];
      return [id, ...counted.map(({ events, n }) => `${events}/${n}`).sort()].join(" ");
    })
    .join();
}

/** Returns a function that gathers the analyses of a row; what the rows share is selected once. */
export function makeAnalysisRunGatherer(
  query: Query,
  groups: readonly GroupOfRegimen<TherapyClass>[],
  dataset: Dataset,
): (outcome: Outcome) => RowRuns {
  const selected = makeCachedCohortSelector(groups);
  const select = (changed: Query): SelectedQuestion => ({
    query: changed,
    groups: selectCohortsKeepingRegimens(changed, groups, dataset),
  });
  return (outcome) => {
    const original = gatherFittableGroupsOfRow(outcome, groups, query, counts);
    const run = (
      name: string,
      variant: string | null,
      change: () => SelectedQuestion,
    ): AnalysisRun => {
      const changed = selected(name, change);
      // The analysis of papers alone changes how the cohorts of a class are gathered.
      const isGatheredAlike = changed.query.sources === query.sources;
      const classes = changed.groups.flatMap((group) => {
        const before = isGatheredAlike ? original[groups.indexOf(group)] : undefined;
        return before ?? gatherFittableGroupsOfRow(outcome, [group], changed.query, counts);
      });
      return { variant, classes };
    };
    const trial = makeRunsWithoutEachTrial(original, query);
    const drugs = listRemovableProducts(original);
    const withoutDrug = (slug: string) => {
      const { classes } = run(`product-${slug}`, slug, () =>
        excludeCohortsFromQuestion({ query, groups }, dataset, ({ product }) =>
          splitSeriesIntoProductSlugs(product).includes(slug),
        ),
      );
      return { variant: slug, classes: markParts(classes, original) };
    };
    return {
      original,
      drugs: drugs.length,
      trial,
      product: () => {
        const withoutTrial = new Set(trial.map(({ classes }) => describeFigures(classes)));
        return drugs
          .map(withoutDrug)
          .filter(({ classes }) => !withoutTrial.has(describeFigures(classes)));
      },
      "product-once": () => [{ variant: null, classes: original.map(countDrugsOnce(query)) }],
      place: () =>
        listOtherRegionChanges(query).map(([place, change]) =>
          run(place, place, () => select({ ...query, ...change })),
        ),
      dose: () => [run("dose", null, () => select({ ...query, doses: "recommended" }))],
      papers: () => [run("papers", null, () => select({ ...query, sources: "papers" }))],
      apheresed: isResponseOutcome(outcome)
        ? gatherApheresedRun(outcome, query, original, dataset)
        : null,
    };
  };
}

/** Returns a function that adds up the trials of each drug of a class to one figure; series of several drugs are left out. */
function countDrugsOnce(query: Query) {
  const type = adaptOutcomeTypeToPublishedSet(counts, query);
  return (group: Classes[number]): Classes[number] => {
    const { gathered } = group.mainRegimen;
    const ofOneDrug = gathered.entries.filter(
      ({ cohort: { product } }) => splitSeriesIntoProductSlugs(product).length === 1,
    );
    // A drug is one trial here, though two drugs may share a study.
    const entries = mergeEntries(ofOneDrug, ({ product }) => product).map((entry) => ({
      ...entry,
      cohort: { ...entry.cohort, trial: entry.cohort.product },
    }));
    const mainRegimen = { ...group.mainRegimen, gathered: { ...gathered, entries } };
    return { ...group, mainRegimen, figures: makeFiguresToPool(type, entries) };
  };
}

/** Returns the products of the figures; a cohort of several unseparated products is removed together with any of them. */
function listRemovableProducts(classes: Classes): string[] {
  const products = classes.flatMap(({ mainRegimen }) => [
    ...gatherProductSlugs(mainRegimen.gathered.entries),
  ]);
  return [...new Set(products)]
    .filter((slug) => splitSeriesIntoProductSlugs(slug).length === 1)
    .sort();
}

/**
 * Returns a function that changes the question once for all rows, keyed by the name of the change. A class whose cohorts
 * do not change is the same object as before.
 */
function makeCachedCohortSelector(original: readonly GroupOfRegimen<TherapyClass>[]) {
  const selections = new Map<string, SelectedQuestion>();
  return (name: string, change: () => SelectedQuestion): SelectedQuestion => {
    const before = selections.get(name);
    if (before) return before;
    const { query, groups: changedGroups } = change();
    const groups = changedGroups.map(
      (group) => original.find((candidate) => hasSameCohorts(candidate, group)) ?? group,
    );
    const changed = { query, groups };
    selections.set(name, changed);
    return changed;
  };
}

function hasSameCohorts(a: Group<TherapyClass>, b: Group<TherapyClass>): boolean {
  return (
    a.id === b.id &&
    a.cohorts.length === b.cohorts.length &&
    a.cohorts.every((cohort, at) => cohort === b.cohorts[at])
  );
}

/**
 * Returns the changes that ask the question for other regions, each with its name; none for a published set, which
 * did not choose its cohorts by region.
 */
function listOtherRegionChanges(query: Query): [string, Partial<Query>][] {
  if (!hasNoPublishedSet(query)) return [];
  return [
    ["us", { availability: ["us"] }],
    ["eu", { availability: ["eu"] }],
    ["approved", { availability: labelRegions, labelled: "any" }],
  ];
}

/**
 * Returns a run without each trial in turn. The trial is removed, with all its cohorts, from what was gathered; no
 * other cohort takes its place.
 */
function makeRunsWithoutEachTrial(original: Classes, query: Query): AnalysisRun[] {
  const type = adaptOutcomeTypeToPublishedSet(counts, query);
  const cohorts = original.flatMap(({ mainRegimen }) =>
    mainRegimen.gathered.entries.map(({ cohort }) => cohort),
  );
  return groupBy(cohorts, ({ trial }) => trial)
    .map((parts) => ({ trial: parts[0].trial, label: nameTrial(parts) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .map(({ trial, label }) => ({
      variant: label,
      classes: original.map((group) => removeTrialFromClass(group, trial, type)),
    }));
}

/** Removes a trial from what a class gathered; a class without it is the same object as before, and is not fitted anew. */
function removeTrialFromClass(
  group: Classes[number],
  trial: string,
  type: typeof counts,
): Classes[number] {
  const { gathered } = group.mainRegimen;
  const all = [...gathered.entries, ...gathered.smallTrials];
  const left = all.filter(({ cohort }) => cohort.trial !== trial);
  if (left.length === all.length) return group;
  const { entries } = type.withoutSmallTrials({ ...gathered, entries: left, smallTrials: [] });
  const mainRegimen = { ...group.mainRegimen, gathered: { ...gathered, entries } };
  const figures = markPartOfFigures(makeFiguresToPool(type, entries), group.figures);
  return { ...group, mainRegimen, figures };
}

/** With fewer trials, the share of infused patients is too uncertain to use. */
export const leastPrinted = 2;

/**
 * Returns the figures of responses over all apheresed, printed or derived where that number is
 * known. Otherwise the number infused is divided by the share infused in the selected trials that print both. This is a
 * scenario, never shown as data.
 */
function gatherApheresedRun(
  outcome: Outcome,
  query: Query,
  original: Classes,
  dataset: Dataset,
): ApheresedRun {
  const type = adaptOutcomeTypeToPublishedSet(counts, query);
  const share = estimateInfusedShare(query, original, dataset);
  const carT = original.find(({ id }) => id === "car-t");
  const all = (carT?.mainRegimen.gathered.entries ?? []).map((entry) => ({
    entry,
    collected: findFigureOverEnrolled(entry, outcome, query),
  }));
  const total = countTrialsOfEntriesIncludingPooled(all.map(({ entry }) => entry));
  const unknown = countTrialsOfEntriesIncludingPooled(
    all.flatMap(({ entry, collected }) => (collected === null ? [entry] : [])),
  );
  const known = all.filter(({ collected }) => collected !== null);
  const patientsOf = (of: typeof all) => sumPatients(of.map(({ entry }) => entry));
  const counted = {
    made: total - unknown,
    total,
    isScenario: 2 * patientsOf(known) < patientsOf(all),
  };
  if (unknown > 0 && share === null) return { run: null, ...counted, assumedPer100: null };
  const entries = all.map(({ entry, collected }) => {
    const figure = collected ?? {
      ...entry.figure,
      n: Math.round(countInfusedPatients(entry) / (share ?? 1)),
    };
    return { ...entry, figure, n: figure.n };
  });
  const classes = original.map((group) =>
    group === carT
      ? {
          ...group,
          mainRegimen: {
            ...group.mainRegimen,
            gathered: { ...group.mainRegimen.gathered, entries },
          },
          figures: makeFiguresToPool(type, entries),
        }
      : group,
  );
  const assumedPer100 = unknown > 0 && share !== null ? 100 * share : null;
  return { run: { variant: null, classes }, ...counted, assumedPer100 };
}

/** Returns the number of infused patients, also if the figure counts only those evaluated for response. */
function countInfusedPatients({ cohort, figure: { n, population } }: Entry<CountedFigure>): number {
  return population === "efficacy-evaluable" ? (cohort.n ?? n) : n;
}

/** Returns the figure that counts all patients who were to be treated; `null` if none is printed or can be derived. */
function findFigureOverEnrolled(
  { cohort, figure }: Entry<CountedFigure>,
  outcome: Outcome,
  query: Query,
): CountedFigure | null {
  if (enrolledPopulations.has(figure.population)) return figure;
  return findFigureOverApheresed(cohort, outcome, figure, query)?.figure ?? null;
}

/**
 * Returns the share of infused patients among all apheresed, over the selected CAR-T trials that print
 * both; `null` if too few trials do.
 */
function estimateInfusedShare(
  query: Query,
  original: Classes,
  { outcomes }: Dataset,
): number | null {
  const planned = outcomes.find(({ id }) => id === infusion);
  const cohorts = original.find(({ id }) => id === "car-t")?.mainRegimen.cohorts ?? [];
  // The cohorts are gathered by the usual rules, so that no patient counts twice.
  const entries = planned ? counts.gather(cohorts, planned, query).entries : [];
  const printed = entries.filter(({ figure }) => figure.population === "leukapheresed");
  if (countTrialsWithPoolingAsOne(printed) < leastPrinted) return null;
  const sum = (of: (figure: CountedFigure) => number) =>
    printed.reduce((total, { figure }) => total + of(figure), 0);
  return sum(({ events }) => events) / sum(({ n }) => n);
}
