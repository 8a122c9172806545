/** Finds the values of the notes of a row, with one function for each note; `notes.ts` says which notes there are. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { Outcome } from "#data/schema.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import { listContainingOutcomes } from "#data/wholes.ts";
import { chooseFigure, isFigureByBroadDefinition } from "../evidence/choose.ts";
import { isDataCutChosenByRule } from "../evidence/cuts.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { sumPatients } from "../evidence/grouping.ts";
import { countTrialsIncludingPooled, nameTrial } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import type { Grades, Pool } from "./answer.ts";
import type { NoteValues, SetOfQuestion } from "./note-values.ts";
import { summariseFollowUp } from "./summarise.ts";

interface NotedGroup {
  readonly id: string;
  readonly classes: readonly TherapyClass[];
  readonly entries: readonly Entry[];
  readonly missingProducts: readonly string[];
  readonly pool: Pick<
    Pool,
    "k" | "selectedTrials" | "estimate" | "events" | "smallTrials" | "labelPools"
  >;
  readonly dropped: number;
  readonly settled: boolean;
}

export interface NotedRow {
  readonly outcome: Outcome;
  readonly grades: Grades | null;
  readonly groups: readonly NotedGroup[];
}

export interface NotedAnswer {
  readonly query: Query;
  /** `rows` holds all rows, in the order of the answer. */
  readonly rows: readonly NotedRow[];
  readonly groups: readonly { readonly id: string; readonly cohorts: readonly ComputeCohort[] }[];
  readonly set: SetOfQuestion | null;
  readonly dataset: Dataset;
}

export function listCohortLabels(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map(({ cohort }) => cohort.label))];
}

/**
 * Returns a function that notes the groups whose figures rest on other cohorts than that of the nearest outcome of
 * which this one is a part.
 *
 * @param isHigher True for groups whose rate is the higher one, in whole patients of 100; false for the others.
 */
export function makeNoterOfTrialsOtherThanWhole(isHigher: boolean) {
  return ({ outcome, groups }: NotedRow, { rows, dataset }: NotedAnswer) => {
    const above = listContainingOutcomes(outcome.id, dataset.outcomes).flatMap(
      ({ id }) => rows.find((row) => row.outcome.id === id) ?? [],
    );
    return groups.flatMap((group) => {
      const nearest = above
        .map((row) => ({ row, group: row.groups.find(({ id }) => id === group.id) }))
        .find(({ group }) => group && group.pool.k > 0);
      if (
        !nearest?.group ||
        group.pool.k === 0 ||
        joinCohortIds(group) === joinCohortIds(nearest.group)
      ) {
        return [];
      }
      const { id, label } = nearest.row.outcome;
      return isHigher === hasHigherRate(group, nearest.group)
        ? [{ group: group.id, above: id, label }]
        : [];
    });
  };
}

/** Compares rates in whole patients of 100; two trials side by side have no rate that could be higher. */
function hasHigherRate({ pool: { estimate } }: NotedGroup, { pool: other }: NotedGroup): boolean {
  if (estimate === null || other.estimate === null) return false;
  return Math.round(100 * estimate) > Math.round(100 * other.estimate);
}

function joinCohortIds({ entries }: NotedGroup): string {
  return entries
    .map(({ cohort }) => cohort.id)
    .sort()
    .join();
}

export function listMissingFigureNotes({
  outcome,
  groups,
}: NotedRow): NoteValues["figures-missing"][] {
  // Survival at a month is shown by trial, without a pooled number.
  if (outcome.kind === "landmark") return [];
  return groups.flatMap(({ id: group, classes, pool, missingProducts }) => {
    const { k, selectedTrials, smallTrials = [], labelPools = [] } = pool;
    const beside = labelPools.map(({ product }) => product);
    const applies = classes.some((therapyClass) => outcome.appliesTo.includes(therapyClass));
    if (!applies || selectedTrials === 0 || (k === selectedTrials && missingProducts.length === 0))
      return [];
    return {
      group,
      k,
      of: selectedTrials,
      small: countTrialsIncludingPooled(smallTrials),
      products: missingProducts.filter((product) => !beside.includes(product)),
      beside,
    };
  });
}

/**
 * A trial carries a side of at least `trials` trials and `events` events if it has more than `share` of the events,
 * and at least `times` its share of the patients.
 */
const carrying = { trials: 3, events: 5, share: 1 / 2, times: 1.5 } as const;

/**
 * Returns a note on each trial that has more than half of the events of a group, and far more than its share of the
 * patients. Groups of few trials or events have none.
 */
export function listNotesOnTrialsWithMostEvents({
  groups,
}: NotedRow): NoteValues["one-trial-carries"][] {
  return groups.flatMap(({ id: group, entries, pool }) => {
    const { events: of } = pool;
    const trials = sumCountsByTrial(entries);
    const patients = trials.reduce((sum, { n }) => sum + n, 0);
    if (trials.length < carrying.trials || of === null || of < carrying.events) return [];
    return trials
      .filter(({ events, n }) => {
        const share = events / of;
        return share > carrying.share && share >= carrying.times * (n / patients);
      })
      .map(({ label: trial, events }) => ({ group, trial, events, of }));
  });
}

/** Returns the events and patients of each trial: the parts of one trial count together. */
function sumCountsByTrial(entries: readonly Entry[]) {
  return groupBy(entries, ({ cohort }) => cohort.trial).map((parts) => ({
    label: nameTrial(parts.map(({ cohort }) => cohort)),
    events: parts.reduce((sum, { figure }) => sum + ("events" in figure ? figure.events : 0), 0),
    n: sumPatients(parts),
  }));
}

export function listFollowUpNotes({ outcome, groups }: NotedRow): NoteValues["follow-up"][] {
  const pooled = groups.filter(({ entries }) => entries.length > 0);
  if (!outcome.timeDependent || pooled.length < 2) return [];
  return [
    {
      classesDiffer: new Set(pooled.flatMap(({ classes }) => classes)).size > 1,
      groups: pooled.map(({ id: group, entries }) => ({
        group,
        months: summariseFollowUp(entries)?.months ?? null,
      })),
    },
  ];
}

export function listInfectionNotes({ outcome, groups }: NotedRow): NoteValues["infections"][] {
  const { preventedBy } = outcome;
  if (preventedBy === undefined) return [];
  const entries = groups.flatMap((group) => group.entries);
  const enrolled = (when: string | null) =>
    listCohortLabels(entries.filter(({ cohort }) => cohort.covidVaccines === when));
  const withImmunoglobulin = entries.filter(({ cohort }) =>
    cohort.figures.some(({ outcome }) => outcome === preventedBy),
  );
  return [
    {
      before: enrolled("before"),
      across: enrolled("across"),
      after: enrolled("after"),
      notStated: enrolled(null).length,
      immunoglobulin: withImmunoglobulin.length,
      cohorts: entries.length,
    },
  ];
}

export function listGradingNotes({ outcome, groups }: NotedRow): NoteValues["grading"][] {
  const entries = groups.flatMap((group) => group.entries);
  const gradings = entries.flatMap(({ figure }) => ("grading" in figure ? [figure.grading] : []));
  const scales = [...new Set(gradings.filter((scale) => scale !== "unknown"))].sort();
  const unstated = gradings.filter((scale) => scale === "unknown").length;
  const isOne = scales.length < 2 && (scales.length === 0 || unstated === 0);
  const isOlder = scales.some((scale) => scale !== "astct");
  const broad = listCohortLabels(
    entries.filter(({ figure }) => isFigureByBroadDefinition(outcome, figure)),
  );
  // An unstated scale counts as another scale if a newer one replaced the older ones.
  const ofScale = outcome.scale === "astct" ? !isOne || isOlder : scales.length > 1;
  if (!ofScale && broad.length === 0) return [];
  return [
    {
      scales: ofScale ? scales : [],
      unstated: ofScale ? unstated : 0,
      figures: gradings.length,
      broad,
    },
  ];
}

/** Returns a note on deaths that the row does not count, and the trials without them; empty if none belong to the row. */
export function listSeparateDeathNotes({ grades }: NotedRow): NoteValues["deaths-apart"][] {
  const fatal = grades?.fatal ?? null;
  if (fatal === null) return [];
  const { label, notReported } = fatal;
  return [{ label, notReported: notReported.map(({ label: trial }) => trial) }];
}

/**
 * Returns a note that lists the groups that were given with other drugs in all trials, because these add to the
 * effect, and the groups that were given alone in all; empty if there is no group of the first kind.
 */
export function listCombinationNotes({ groups }: NotedRow): NoteValues["regimen"][] {
  const isCombined = ({ cohort: { regimen } }: Entry) => regimen === "combination";
  const present = groups.filter(({ entries }) => entries.length > 0);
  const combined = present.filter(({ entries }) => entries.every(isCombined)).map(({ id }) => id);
  if (combined.length === 0) return [];
  const alone = present.filter(({ entries }) => !entries.some(isCombined)).map(({ id }) => id);
  return [{ combined, alone }];
}

/**
 * Returns a note that lists the cohorts whose figures count randomised or evaluable patients, not treated ones; empty
 * if there are none, and for an outcome that is not counted over all patients.
 */
export function listAnalysisPopulationNotes({
  outcome,
  groups,
}: NotedRow): NoteValues["patients-counted"][] {
  if (outcome.over !== "all") return [];
  const entries = groups.flatMap((group) => group.entries);
  const of = (population: Population) =>
    listCohortLabels(entries.filter(({ figure }) => figure.population === population));
  const [randomised, evaluable] = [of("randomised"), of("efficacy-evaluable")];
  if (randomised.length + evaluable.length === 0) return [];
  return [{ denominator: "treated", treated: false, randomised, evaluable, collected: null }];
}

export function listCutAndOverlapNotes(
  row: NotedRow,
  answer: NotedAnswer,
): NoteValues["cuts-and-overlap"][] {
  const { groups } = row;
  const cuts = listCohortLabels(listEntriesOfOtherCutThanWhole(row, answer));
  const dropped = groups
    .filter((group) => group.dropped > 0)
    .map((group) => ({ group: group.id, cohorts: group.dropped }));
  const settled = groups.every((group) => group.settled);
  if (cuts.length + dropped.length === 0 && settled) return [];
  return [{ cuts, dropped, settled }];
}

/** Returns the figures of another data cut than that of the outcome of which they count a part. */
function listEntriesOfOtherCutThanWhole(
  { outcome, groups }: NotedRow,
  { query, dataset }: NotedAnswer,
): Entry[] {
  if (!isDataCutChosenByRule(query)) return [];
  // The figure is compared with that of the widest outcome that contains this one and has a figure to pool. Deaths
  // from any cause are never pooled.
  const wholes = listContainingOutcomes(outcome.id, dataset.outcomes).reverse();
  const isOther = ({ cohort, figure }: Entry) => {
    for (const whole of wholes) {
      const { figure: figureOfWhole } = chooseFigure(cohort, whole, query);
      if (figureOfWhole !== null) return figureOfWhole.cut !== figure.cut;
    }
    return false;
  };
  return groups.flatMap(({ entries }) => entries.filter(isOther));
}
