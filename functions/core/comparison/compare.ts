/**
 * The only way to compute an answer, in codes and numbers; `functions/presentation/words` adds the
 * words. Steps: query → selection → pools → contrasts → certainty → cautions. Pure and
 * deterministic.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Poolable } from "../evidence/gather.ts";
import { byClass, byGroup, type Grouped, type Grouping } from "../evidence/grouping.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { type Selection, select } from "../evidence/select.ts";
import type { Query } from "../question/query.ts";
import { canonicalQuery, changedParameters, withoutFilters } from "../question/query-text.ts";
import type { AskedSet } from "./answer.ts";
import { answerCautions, kindsRemarks, ruleCautions } from "./answer-cautions.ts";
import { cutsDiffer, type RowEvidence, rowCautions } from "./cautions.ts";
import { appraise } from "./certainty.ts";
import { chained } from "./chains.ts";
import { checkedFor, type RowChecked } from "./checked.ts";
import type { CodedComparison, CodedOutcome } from "./coded-answer.ts";
import { contrasts } from "./contrast.ts";
import type { Model } from "./fit.ts";
import { counts, type Kind, landmarks } from "./kinds.ts";
import { type MeasuredGroup, measure, withRegimens } from "./measure.ts";
import type { Models } from "./models.ts";
import { outcomesOf } from "./outcomes.ts";
import { medianAgesOf } from "./patients.ts";
import { relaxations } from "./relaxations.ts";
import { roundDeep } from "./round.ts";
import { summarise } from "./summarise.ts";
import { strengthOf } from "./verdict.ts";

/** @param canonical The canonical text of `query`, if the caller already has it. */
export function compare(
  query: Query,
  dataset: Dataset,
  models: Models,
  canonical?: string,
): CodedComparison {
  return compareGroups(query, dataset, models, byClass, canonical);
}

/** Like `compare`, but between groups other than the two classes. */
export function compareGroups<G extends string>(
  query: Query,
  dataset: Dataset,
  models: Models,
  grouping: Grouping<G>,
  canonical?: string,
): CodedComparison<G> {
  const asked = begin(query, dataset, models, grouping, canonical);
  return finish(
    asked,
    asked.outcomes.map((outcome) => rowOf(outcome, asked)),
  );
}

/** A question with its selected cohorts. */
interface Asked<G extends string> extends Grouped<G> {
  groups: readonly GroupOfRegimen<G>[];
  query: Query;
  canonical: string;
  set: AskedSet | null;
  dataset: Dataset;
  model: Model;
  /** `null` between other groups than the two classes. */
  checked: RowChecked | null;
  excluded: Selection["excluded"];
  /** In the order of the answer. */
  outcomes: readonly Outcome[];
}

function begin<G extends string>(
  query: Query,
  dataset: Dataset,
  models: Models,
  grouping: Grouping<G>,
  canonical = canonicalQuery(query, dataset),
): Asked<G> {
  const { included, excluded } = select(query, dataset);
  const model = models.of(query);
  const grouped = grouping(included);
  const groups = withRegimens(grouped.groups, query, dataset);
  return {
    query,
    canonical,
    set: askedSet(query, dataset),
    dataset,
    model,
    checked: checkedFor(query, dataset, models),
    ...grouped,
    groups,
    excluded,
    outcomes: outcomesOf(query, dataset),
  };
}

function finish<G extends string>(
  { query, canonical, set, dataset, groups, reference, left, excluded }: Asked<G>,
  rows: readonly Row<G>[],
): CodedComparison<G> {
  const evidence = rows.map((one) => one.evidence);
  const answers = rows.map(({ answer }) => answer);
  const empty = groups.length === 0 || groups.some(({ cohorts }) => cohorts.length === 0);
  return roundDeep<CodedComparison<G>>({
    answerVersion: dataset.answerVersion,
    dataVersion: dataset.dataVersion,
    dataDate: dataset.review.dataDate,
    query,
    canonical,
    href: `/v1/comparison${canonical && `?${canonical}`}`,
    set,
    groups: groups.map(({ id }) => id),
    reference,
    outcomes: answers.map((row) => chained(row, answers, { groups, dataset })),
    cautions: [
      ...answerCautions(query, evidence, dataset),
      ...kindsRemarks(
        query,
        groups.flatMap(({ cohorts }) => cohorts),
        dataset,
      ),
      ...ruleCautions(query, set, evidence),
    ],
    selection: {
      included: includedIn(groups),
      excluded: [...excluded, ...left].map(({ cohort, parameter, reason }) => ({
        ...named(cohort),
        parameter,
        reason,
      })),
      cohorts: byGroup(groups, ({ cohorts }) => cohorts.length),
      medianAges: byGroup(groups, ({ cohorts }) => medianAgesOf(cohorts)),
      relax: empty ? relaxations(query, dataset) : [],
      reset: canonicalQuery(withoutFilters(query), dataset),
    },
    review: { status: dataset.review.status, statement: dataset.review.statement },
  });
}

function includedIn<G extends string>(groups: readonly GroupOfRegimen<G>[]) {
  return groups.flatMap(({ id, cohorts }) =>
    cohorts.map((cohort) => ({ ...named(cohort), product: cohort.product, group: id })),
  );
}

function named({ id, label, therapyClass }: ComputeCohort) {
  return { cohort: id, label, therapyClass };
}

/** How many of the cohorts that a published set pooled have a figure, of those that are asked for. */
function ofSet(
  { cohorts, used }: AskedSet,
  groups: readonly MeasuredGroup<string, Poolable>[],
): CodedOutcome["set"] {
  const sum = (of: (group: MeasuredGroup<string, Poolable>) => number) =>
    groups.reduce((total, group) => total + of(group), 0);
  const known = sum(({ own }) => own.cohorts.length);
  return {
    found: sum(({ figures }) => figures.figures.length),
    used: cohorts === null || used === null ? null : known + used - cohorts,
  };
}

interface Row<G extends string> {
  /** Not yet rounded. */
  answer: CodedOutcome<G>;
  evidence: RowEvidence;
}

function rowOf<G extends string>(outcome: Outcome, asked: Asked<G>): Row<G> {
  return outcome.kind === "landmark"
    ? rowFrom(outcome, asked, landmarks)
    : rowFrom(outcome, asked, counts);
}

function rowFrom<G extends string, F extends Poolable>(
  outcome: Outcome,
  { groups, reference, query, set, dataset, model, checked }: Asked<G>,
  kind: Kind<F>,
): Row<G> {
  const measured = measure(outcome, groups, query, kind);
  const evidence = model.compare(measured, reference).map((group) => ({
    ...group,
    ...summarise(group, kind, group.fit, model),
  }));
  // What a product counted is no finding about its class.
  const ofClasses = evidence.every(({ counted }) => counted === null);
  const between = contrasts(outcome, evidence, reference).map((contrast) => {
    if (checked === null || !ofClasses || contrast.observed) return contrast;
    const judged = { ...contrast, checked: checked(outcome, contrast, evidence) };
    return { ...judged, strength: strengthOf(judged) };
  });
  const rowEvidence = { outcome, groups: evidence };
  return {
    evidence: rowEvidence,
    answer: {
      outcome: outcome.id,
      label: outcome.label,
      detail: outcome.detail,
      phrase: outcome.phrase,
      group: outcome.group,
      direction: outcome.direction,
      timeDependent: outcome.timeDependent,
      appliesTo: outcome.appliesTo,
      notFor: outcome.notFor,
      set: set && ofSet(set, measured),
      pools: byGroup(evidence, ({ pool }) => pool),
      contrasts: between,
      // Added by those who hold them: `complete.ts`.
      published: null,
      certainty: appraise(outcome, evidence, between, dataset),
      cautions: [...rowCautions(rowEvidence), ...cutsDiffer(outcome, evidence, query, dataset)],
    },
  };
}

/** The published meta-analysis that a question repeats, for the answer to show. */
function askedSet(query: Query, dataset: Dataset): AskedSet | null {
  const named = dataset.sets.find(({ id }) => id === query.set);
  if (!named) return null;
  const beyond = changedParameters(query, dataset).filter(
    ([name]) => name !== "set" && name !== "outcome",
  );
  return {
    id: named.id,
    name: named.name,
    cohorts: named.cohorts?.length ?? null,
    used: named.used,
    modified: beyond.length > 0,
  };
}
