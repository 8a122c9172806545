/**
 * The only way to an answer: query → selection → pools → contrasts → certainty → cautions.
 * Pure and deterministic; the API, the server-rendered page and the widget all call it.
 */
import type { Outcome } from "../../data/schema.ts";
import type { TherapyClass } from "../../data/vocabulary.ts";
import { groups } from "../evidence/class-names.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { type Gathered, gatherCounts, gatherLandmarks, type Poolable } from "../evidence/gather.ts";
import type { Query } from "../evidence/query.ts";
import { countByClass, type Selection, select } from "../evidence/select.ts";
import type { Comparison, OutcomeComparison } from "./answer.ts";
import { askedSet } from "./asked-set.ts";
import { bayesModel } from "./bayes-model.ts";
import { answerCautions, type RowEvidence, rowCautions } from "./cautions.ts";
import { appraise } from "./certainty.ts";
import { choices } from "./choices.ts";
import { contrast } from "./contrast.ts";
import type { FrequentistModels, Model, Pair } from "./fit.ts";
import { canonicalQuery, withoutFilters } from "./query-text.ts";
import { relaxations } from "./relaxations.ts";
import { roundDeep } from "./round.ts";
import { counts, type Kind, landmarks, summarise } from "./summarise.ts";

/**
 * `frequentist` are the models beyond the default one. A phone loads them when a question asks for
 * one; everywhere else they are at hand.
 *
 * @throws Error for a question that asks for a model that was not given.
 */
export function compare(
  query: Query,
  dataset: Dataset,
  frequentist: FrequentistModels | null = null,
): Comparison {
  const model = modelOf(query, frequentist);
  const selection = select(query, dataset);
  const rows = outcomesOf(query, dataset).map((outcome) =>
    row(outcome, query, selection, dataset, model),
  );
  const canonical = canonicalQuery(query, dataset);
  const set = askedSet(query, dataset);
  const cohorts = countByClass(selection.included);
  const empty = groups.some((group) => cohorts[group] === 0);
  return roundDeep<Comparison>({
    answerVersion: dataset.answerVersion,
    dataVersion: dataset.dataVersion,
    dataDate: dataset.review.dataDate,
    query,
    canonical,
    href: `/v1/comparison${canonical && `?${canonical}`}`,
    set,
    groups,
    outcomes: rows.map(({ answer }) => answer),
    cautions: answerCautions(
      query,
      set,
      rows.map(({ evidence }) => evidence),
    ),
    selection: {
      included: selection.included.map(({ id, label, therapyClass, product }) => ({
        cohort: id,
        label,
        therapyClass,
        product,
      })),
      excluded: selection.excluded.map(({ cohort, reason }) => ({
        cohort: cohort.id,
        label: cohort.label,
        therapyClass: cohort.therapyClass,
        parameter: reason.parameter,
        reason: reason.text,
      })),
      cohorts,
      relax: empty ? relaxations(query, dataset) : [],
      reset: canonicalQuery(withoutFilters(query), dataset),
    },
    choices: choices(query, dataset),
    review: { status: dataset.review.status, statement: dataset.review.statement },
  });
}

function modelOf(query: Query, frequentist: FrequentistModels | null): Model {
  if (query.model === "bayes") return bayesModel;
  if (frequentist === null) throw new Error(`model ${query.model} was not loaded`);
  return frequentist(query);
}

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

interface Row {
  answer: OutcomeComparison;
  evidence: RowEvidence;
}

function row(
  outcome: Outcome,
  query: Query,
  selection: Selection,
  dataset: Dataset,
  model: Model,
): Row {
  return outcome.kind === "landmark"
    ? rowOf(outcome, selection, dataset, model, landmarks, (cohorts) =>
        gatherLandmarks(cohorts, outcome, query),
      )
    : rowOf(outcome, selection, dataset, model, counts, (cohorts) =>
        gatherCounts(cohorts, outcome, query),
      );
}

function rowOf<F extends Poolable>(
  outcome: Outcome,
  { included }: Selection,
  dataset: Dataset,
  model: Model,
  kind: Kind<F>,
  gather: (cohorts: Selection["included"]) => Gathered<F>,
): Row {
  const selected = (group: TherapyClass) =>
    outcome.appliesTo.includes(group)
      ? included.filter(({ therapyClass }) => therapyClass === group)
      : [];
  const cohorts = { "car-t": selected("car-t"), bsab: selected("bsab") };
  const gathered = { "car-t": gather(cohorts["car-t"]), bsab: gather(cohorts.bsab) };
  const pair: Pair = model.compare(
    kind.figures(gathered["car-t"].entries),
    kind.figures(gathered.bsab.entries),
  );
  const summaries = {
    "car-t": summarise(cohorts["car-t"], gathered["car-t"], kind, pair.carT, model),
    bsab: summarise(cohorts.bsab, gathered.bsab, kind, pair.bsab, model),
  };
  const evidence: RowEvidence = { outcome, groups: summaries };
  const between = contrast(outcome, pair);
  return {
    evidence,
    answer: {
      outcome: outcome.id,
      label: outcome.label,
      detail: outcome.detail,
      phrase: outcome.phrase,
      group: outcome.group,
      direction: outcome.direction,
      timeDependent: outcome.timeDependent,
      appliesTo: outcome.appliesTo,
      pools: { "car-t": summaries["car-t"].pool, bsab: summaries.bsab.pool },
      contrasts: [between],
      certainty: appraise(outcome, summaries, between, dataset),
      cautions: rowCautions(evidence),
    },
  };
}
