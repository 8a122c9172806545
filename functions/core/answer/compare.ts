/**
 * Computes every answer, in codes and numbers; `functions/presentation` adds the words. The steps are query →
 * selection → pools → contrasts → analyses → notes. All are pure and deterministic.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { type Dataset, listRequestedOutcomes } from "../evidence/dataset.ts";
import { makeGrouping } from "../evidence/dimensions.ts";
import type { Entry, Poolable } from "../evidence/gather.ts";
import {
  type Grouped,
  type Grouping,
  groupCohortsByClass,
  mapByGroup,
} from "../evidence/grouping.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { type Selection, splitIncludedAndExcludedCohorts } from "../evidence/select.ts";
import {
  areAllTrialsSmall,
  countTrialsOfEntriesIncludingPooled,
  hasFewPatients,
} from "../evidence/trials.ts";
import { hasNoPublishedSet } from "../question/parameter-values.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import {
  formatQuery,
  listChangedParameterPairs,
  makeDefaultQueryForOutcomes,
} from "../question/query-text.ts";
import { makeRowAnalyser } from "./analyses.ts";
import type { Answer, PatientsOfTrials, Row } from "./answer.ts";
import { summariseSpreadOfMedians } from "./answer-notes.ts";
import { selectClasses } from "./changed-question.ts";
import { makeContrasts } from "./contrast.ts";
import type { Model } from "./fit.ts";
import { addMainRegimenToGroups, type GatheredGroup, gatherGroupsOfRow } from "./gather-row.ts";
import { summariseCountedGrades } from "./grades.ts";
import { makeLabelPoolsField } from "./label-pools-beside.ts";
import type { Models } from "./models.ts";
import type { SetOfQuestion } from "./note-values.ts";
import { makeAnswerNotes, makeRowNotes } from "./notes.ts";
import { listWiderQuestions } from "./other-questions.ts";
import { counts, landmarks, type OutcomeType } from "./outcome-types.ts";
import { roundNumbersDeep } from "./round.ts";
import type { NotedRow } from "./row-notes.ts";
import { summariseGroupPool } from "./summarise.ts";

/**
 * Answers any question: between the two classes, or between the groups that `compare=` names.
 *
 * @param canonical The canonical text of `query`, if the caller already has it.
 */
export function answerQuestion(
  query: Query,
  dataset: Dataset,
  models: Models,
  canonical?: string,
): Answer<string> {
  return query.compare === usualDimension
    ? compareClasses(query, dataset, models, canonical)
    : compareGroups(query, dataset, models, makeGrouping(query, dataset), canonical);
}

export function compareClasses(
  query: Query,
  dataset: Dataset,
  models: Models,
  canonical?: string,
): Answer {
  return compareGroups(query, dataset, models, groupCohortsByClass, canonical);
}

export function compareGroups<G extends string>(
  query: Query,
  dataset: Dataset,
  models: Models,
  grouping: Grouping<G>,
  canonical = formatQuery(query, dataset),
): Answer<G> {
  const { included, excluded } = splitIncludedAndExcludedCohorts(query, dataset);
  const grouped = grouping(included);
  const question: GroupedQuestion<G> = {
    ...grouped,
    groups: addMainRegimenToGroups(grouped.groups, query, dataset),
    query,
    canonical,
    set: summarisePublishedSetOfQuery(query, dataset),
    dataset,
    model: models.of(query),
    analyse: makeRowAnalyser(query, selectClasses(query, dataset), dataset, models),
    excluded,
  };
  return makeAnswer(
    question,
    listRequestedOutcomes(query, dataset).map((outcome) => makeRowWithEvidence(outcome, question)),
  );
}

interface GroupedQuestion<G extends string> extends Grouped<G> {
  groups: readonly GroupOfRegimen<G>[];
  query: Query;
  canonical: string;
  set: SetOfQuestion | null;
  dataset: Dataset;
  model: Model;
  /** `analyse` is `null` if the groups are not the two classes. */
  analyse: ReturnType<typeof makeRowAnalyser>;
  excluded: Selection["excluded"];
}

/**
 * Returns the answer to a question with the given rows, with its notes, the patients and the selection of cohorts;
 * all numbers are rounded. What `complete.ts` adds, such as the randomised trials, is still missing.
 *
 * @param rows in the order of the answer
 */
function makeAnswer<G extends string>(
  question: GroupedQuestion<G>,
  rows: readonly RowWithEvidence<G>[],
): Answer<G> {
  const { query, canonical, set, dataset, groups, reference, ungrouped, excluded } = question;
  const noted = rows.map(({ evidence }) => evidence);
  const empty = groups.length === 0 || groups.some(({ cohorts }) => cohorts.length === 0);
  const patients = mapByGroup<G, { id: G }, PatientsOfTrials>(groups, ({ id }) =>
    summarisePatients(id, noted),
  );
  const whole = { query, rows: noted, groups, set, dataset };
  return roundNumbersDeep<Answer<G>>({
    answerVersion: dataset.answerVersion,
    dataVersion: dataset.dataVersion,
    dataDate: dataset.review.dataDate,
    query,
    canonical,
    href: `/v1/comparison${canonical && `?${canonical}`}`,
    set,
    groups: groups.map(({ id }) => id),
    reference,
    outcomes: rows.map(({ answer, evidence }) => ({
      ...answer,
      notes: makeRowNotes(evidence, whole),
    })),
    notes: makeAnswerNotes(whole),
    randomised: [],
    patients,
    selection: {
      included: listIncludedCohorts(groups),
      excluded: [...excluded, ...ungrouped].map(({ cohort, parameter, reason }) => ({
        ...pickCohortIdLabelAndClass(cohort),
        parameter,
        reason,
      })),
      cohorts: mapByGroup(groups, ({ cohorts }) => cohorts.length),
      wider: empty ? listWiderQuestions(query, dataset) : [],
      reset: formatQuery(makeDefaultQueryForOutcomes(query), dataset),
    },
  });
}

interface RowOfEntries {
  readonly groups: readonly { readonly id: string; readonly entries: readonly Entry[] }[];
}

/** Returns the trials with a figure in any row, and the medians that they print. */
function summarisePatients(group: string, rows: readonly RowOfEntries[]) {
  const entries = rows.flatMap(({ groups }) =>
    groups.flatMap((member) => (member.id === group ? member.entries : [])),
  );
  return {
    trials: countTrialsOfEntriesIncludingPooled(entries),
    medianAge: summariseSpreadOfMedians(entries, ({ medianAge }) => medianAge),
    medianPriorLines: summariseSpreadOfMedians(entries, ({ medianPriorLines }) => medianPriorLines),
  };
}

function listIncludedCohorts<G extends string>(groups: readonly GroupOfRegimen<G>[]) {
  return groups.flatMap(({ id, cohorts }) =>
    cohorts.map((cohort) => ({
      ...pickCohortIdLabelAndClass(cohort),
      product: cohort.product,
      group: id,
    })),
  );
}

function pickCohortIdLabelAndClass({ id, label, therapyClass }: ComputeCohort) {
  return { cohort: id, label, therapyClass };
}

/** Returns how many of the question's cohorts of a published set have a figure, and how many the set pooled. */
function summariseCohortsOfSet(
  { cohorts, cohortsPooled }: SetOfQuestion,
  groups: readonly GatheredGroup<string, Poolable>[],
): Row["set"] {
  const sum = (of: (group: GatheredGroup<string, Poolable>) => number) =>
    groups.reduce((total, group) => total + of(group), 0);
  const cohortsOfQuestion = sum(({ mainRegimen }) => mainRegimen.cohorts.length);
  return {
    cohortsWithFigure: sum(({ figures }) => figures.figures.length),
    cohortsOfSet:
      cohorts === null || cohortsPooled === null
        ? null
        : cohortsOfQuestion + cohortsPooled - cohorts,
  };
}

interface RowWithEvidence<G extends string> {
  /** `answer` holds numbers that are not rounded yet. */
  answer: Omit<Row<G>, "notes">;
  evidence: NotedRow;
}

function makeRowWithEvidence<G extends string>(
  outcome: Outcome,
  question: GroupedQuestion<G>,
): RowWithEvidence<G> {
  return outcome.kind === "landmark"
    ? makeRowOfOutcomeType(outcome, question, landmarks)
    : makeRowOfOutcomeType(outcome, question, counts);
}

function makeRowOfOutcomeType<G extends string, F extends Poolable>(
  outcome: Outcome,
  { groups, reference, query, set, dataset, model, analyse }: GroupedQuestion<G>,
  kind: OutcomeType<F>,
): RowWithEvidence<G> {
  const gathered = gatherGroupsOfRow(outcome, groups, query, kind);
  const compared = model.compare(gathered, reference).map((group) => {
    const summary = summariseGroupPool(group, kind, group.fit, model, query);
    const pool = {
      ...summary.pool,
      ...makeLabelPoolsField(summary.pool, outcome, group, query, dataset),
    };
    return { ...group, ...(pool.status === "by-trial" && { contrast: null }), ...summary, pool };
  });
  const grades = summariseCountedGrades(outcome, gathered, query, dataset);
  const evidence = { outcome, grades, groups: compared };
  return {
    evidence,
    answer: {
      outcome: outcome.id,
      label: outcome.label,
      detail: outcome.detail,
      grades,
      phrase: outcome.phrase,
      group: outcome.group,
      role: outcome.role ?? null,
      direction: outcome.direction,
      harmGroup: outcome.harmGroup ?? null,
      partOf: outcome.partOf,
      timeDependent: outcome.timeDependent,
      appliesTo: outcome.appliesTo,
      notFor: outcome.notFor,
      set: set && summariseCohortsOfSet(set, gathered),
      numberForm: chooseCountsOrRatesToShow(query, compared),
      pools: mapByGroup(compared, ({ pool }) => pool),
      contrasts: makeContrasts(outcome, compared, reference).map((contrast) => ({
        ...contrast,
        analyses: analyse?.(outcome, contrast) ?? null,
      })),
      // `complete.ts` sets the fields below, because they depend on evidence that the numbers do not need.
      status: null,
      published: null,
      headToHead: [],
    },
  };
}

type CountedEntries = Pick<GatheredGroup<string, Poolable>, "broader"> & {
  readonly entries: readonly Entry[];
};

/**
 * Returns whether a row shows counts or rates; `null` if other groups than the classes are compared. It shows counts
 * if the figures of a class are all of small trials, or one by the broader definition is, unless a published set is
 * asked for.
 */
function chooseCountsOrRatesToShow(query: Query, groups: readonly CountedEntries[]) {
  if (query.compare !== usualDimension) return null;
  const isOfCounts =
    hasNoPublishedSet(query) &&
    groups.some(
      ({ entries, broader }) => areAllTrialsSmall(entries) || broader.some(hasFewPatients),
    );
  return isOfCounts ? "counts" : "rates";
}

/** Returns the published meta-analysis that a question repeats; `null` if it repeats none. */
function summarisePublishedSetOfQuery(query: Query, dataset: Dataset): SetOfQuestion | null {
  const publishedSet = dataset.sets.find(({ id }) => id === query.set);
  if (!publishedSet) return null;
  const beyond = listChangedParameterPairs(query, dataset).filter(
    ([name]) => name !== "set" && name !== "outcome",
  );
  return {
    id: publishedSet.id,
    name: publishedSet.name,
    cohorts: publishedSet.cohorts?.length ?? null,
    cohortsPooled: publishedSet.cohortsPooled,
    modified: beyond.length > 0,
  };
}
