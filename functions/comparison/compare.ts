/**
 * The only way to an answer: query → selection → pools → contrasts → certainty → cautions.
 * Pure and deterministic; the API, the server-rendered page and the widget all call it.
 */
import type { Outcome } from "../../data/schema.ts";
import type { TherapyClass } from "../../data/vocabulary.ts";
import { groups } from "../evidence/class-names.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Query } from "../evidence/query.ts";
import { countByClass, type Selection, select } from "../evidence/select.ts";
import type { Comparison, OutcomeComparison } from "./answer.ts";
import { answerCautions, type RowEvidence, rowCautions } from "./cautions.ts";
import { appraise } from "./certainty.ts";
import { choices } from "./choices.ts";
import { contrast } from "./contrast.ts";
import { canonicalQuery, withoutFilters } from "./query-text.ts";
import { relaxations } from "./relaxations.ts";
import { roundDeep } from "./round.ts";
import { type Summary, summarise } from "./summarise.ts";

export function compare(query: Query, dataset: Dataset): Comparison {
  const selection = select(query, dataset);
  const rows = outcomesOf(query, dataset).map((outcome) => row(outcome, selection, dataset));
  const canonical = canonicalQuery(query);
  const cohorts = countByClass(selection.included);
  const empty = groups.some((group) => cohorts[group] === 0);
  return roundDeep<Comparison>({
    answerVersion: dataset.answerVersion,
    dataVersion: dataset.dataVersion,
    dataDate: dataset.review.dataDate,
    query,
    canonical,
    href: `/v1/comparison${canonical && `?${canonical}`}`,
    groups,
    outcomes: rows.map(({ answer }) => answer),
    cautions: answerCautions(
      query,
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
      reset: canonicalQuery(withoutFilters(query)),
    },
    choices: choices(query, dataset),
    review: { status: dataset.review.status, statement: dataset.review.statement },
  });
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

function row(outcome: Outcome, { included }: Selection, dataset: Dataset): Row {
  const summaryOf = (group: TherapyClass): Summary =>
    summarise(
      outcome.appliesTo.includes(group)
        ? included.filter(({ therapyClass }) => therapyClass === group)
        : [],
      outcome,
    );
  const summaries = { "car-t": summaryOf("car-t"), bsab: summaryOf("bsab") };
  const evidence: RowEvidence = { outcome, groups: summaries };
  const between = contrast(outcome, summaries["car-t"].fit, summaries.bsab.fit);
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
