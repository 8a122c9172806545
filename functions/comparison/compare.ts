/**
 * The only way to an answer, in codes and numbers; `functions/words` says it: query → selection → pools → contrasts → certainty → cautions.
 * Pure and deterministic; the API, the server-rendered page and the widget all call it.
 */
import type { ComputeCohort } from "../../data/compute-set.ts";
import type { Outcome } from "../../data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { type Gathered, gatherCounts, gatherLandmarks, type Poolable } from "../evidence/gather.ts";
import { byClass, byGroup, type Group, type Grouped, type Grouping } from "../evidence/grouping.ts";
import type { Query } from "../evidence/query.ts";
import { select } from "../evidence/select.ts";
import { bayesModel } from "./bayes-model.ts";
import type { Beyond } from "./beyond.ts";
import { answerCautions, entriesOf, type RowEvidence, rowCautions } from "./cautions.ts";
import { appraise } from "./certainty.ts";
import type { CodedComparison, CodedOutcome } from "./coded-answer.ts";
import { contrasts } from "./contrast.ts";
import type { Model } from "./fit.ts";
import { parameters } from "./parameters.ts";
import { canonicalQuery, withoutFilters } from "./query-text.ts";
import { relaxations } from "./relaxations.ts";
import { roundDeep } from "./round.ts";
import { counts, type Kind, landmarks, summarise } from "./summarise.ts";

/**
 * `beyond` answers what leaves the usual rules. A phone loads it when a question asks for that;
 * everywhere else it is at hand.
 *
 * @throws Error for a question that needs it where it was not given.
 */
export function compare(
  query: Query,
  dataset: Dataset,
  beyond: Beyond | null = null,
): CodedComparison {
  return compareGroups(query, dataset, beyond, byClass);
}

/** As `compare`, between other groups than the classes. */
export function compareGroups<G extends string>(
  query: Query,
  dataset: Dataset,
  beyond: Beyond | null,
  grouping: Grouping<G>,
): CodedComparison<G> {
  if (beyond === null && unusual.some((name) => query[name] !== parameters[name].initial)) {
    throw new Error("the question needs more than was given");
  }
  const model = beyond?.model(query) ?? bayesModel;
  const { included, excluded } = select(query, dataset);
  const grouped = grouping(included);
  const { groups, left } = grouped;
  const rows = outcomesOf(query, dataset).map((outcome) =>
    row(outcome, query, grouped, dataset, model),
  );
  const canonical = canonicalQuery(query, dataset);
  const set = beyond?.askedSet(query, dataset) ?? null;
  const evidence = rows.map((one) => one.evidence);
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
    reference: grouped.reference,
    outcomes: rows.map(({ answer }) => answer),
    cautions: [
      ...answerCautions(query, evidence),
      ...(beyond ? beyond.cautions(query, set, evidence.flatMap(entriesOf)) : []),
    ],
    selection: {
      included: groups.flatMap(({ id, cohorts }) =>
        cohorts.map((cohort) => ({ ...named(cohort), product: cohort.product, group: id })),
      ),
      excluded: [...excluded, ...left].map(({ cohort, parameter, reason }) => ({
        ...named(cohort),
        parameter,
        reason,
      })),
      cohorts: byGroup(groups, ({ cohorts }) => cohorts.length),
      relax: empty ? relaxations(query, dataset) : [],
      reset: canonicalQuery(withoutFilters(query), dataset),
    },
    review: { status: dataset.review.status, statement: dataset.review.statement },
  });
}

function named({ id, label, therapyClass }: ComputeCohort) {
  return { cohort: id, label, therapyClass };
}

/** Parameters whose other values need `beyond`. */
const unusual = ["set", "cut", "sources", "overlap", "model"] as const;

/** The outcomes asked for: the summary set first, in its own order, then the rest as in the vocabulary. */
function outcomesOf({ outcome: asked }: Query, { outcomes }: Dataset): Outcome[] {
  const wantsSummary = asked.length === 0 || asked.includes("summary");
  const last = Number.MAX_SAFE_INTEGER;
  return outcomes
    .filter(
      ({ id, group, summary }) =>
        (wantsSummary && summary !== null) || asked.includes(id) || asked.includes(group),
    )
    .sort((a, b) => (wantsSummary ? (a.summary ?? last) - (b.summary ?? last) : 0));
}

interface Row<G extends string> {
  answer: CodedOutcome<G>;
  evidence: RowEvidence;
}

function row<G extends string>(
  outcome: Outcome,
  query: Query,
  grouped: Grouped<G>,
  dataset: Dataset,
  model: Model,
): Row<G> {
  return outcome.kind === "landmark"
    ? rowOf(outcome, grouped, dataset, model, landmarks, (cohorts) =>
        gatherLandmarks(cohorts, outcome, query),
      )
    : rowOf(outcome, grouped, dataset, model, counts, (cohorts) =>
        gatherCounts(cohorts, outcome, query),
      );
}

function rowOf<G extends string, F extends Poolable>(
  outcome: Outcome,
  { groups, reference }: Grouped<G>,
  dataset: Dataset,
  model: Model,
  kind: Kind<F>,
  gather: (cohorts: Group["cohorts"]) => Gathered<F>,
): Row<G> {
  const measured = groups.map((group) => {
    const cohorts = group.cohorts.filter(({ therapyClass }) =>
      outcome.appliesTo.includes(therapyClass),
    );
    const gathered = gather(cohorts);
    return { ...group, cohorts, gathered, figures: kind.figures(gathered.entries) };
  });
  const evidence = model.compare(measured, reference).map((group) => ({
    ...group,
    ...summarise(group.cohorts, group.gathered, kind, group.fit, model),
  }));
  const between = contrasts(outcome, evidence, reference);
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
      pools: byGroup(evidence, ({ pool }) => pool),
      contrasts: between,
      certainty: appraise(outcome, evidence, between, dataset),
      cautions: rowCautions(rowEvidence),
    },
  };
}
