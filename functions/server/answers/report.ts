/** What the text of an answer is made of: the answer with its sources, the cohorts, and addresses. */

import type { Citation } from "#core/answer/answer.ts";
import { publicationOf } from "#core/answer/sources.ts";
import { dataset } from "#core/dataset.ts";
import { timingOf } from "#core/evidence/timing.ts";
import {
  adjustedComparisonsOf,
  type ComparisonTable,
  concernsRow,
  relevantTables,
} from "#core/others/adjusted-comparisons.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import { comparisons as studies, subgroups } from "#data/generated/collections.ts";
import { provenance } from "#data/generated/provenance.ts";
import { reviews } from "#data/generated/reviews.ts";
import { timings } from "#data/generated/timing.ts";
import { familyOf } from "#data/landmarks.ts";
import type { CohortProvenance } from "#data/provenance.ts";
import type { ReportedCohort, ReportParts } from "#presentation/report/report-parts.ts";
import { type SurvivalSources, survivalTables } from "#presentation/row/survival-tables.ts";
import { fullStatement } from "#presentation/statement/full.ts";
import { comparedAtLength } from "#presentation/statement/head-to-head.ts";
import { lateNeurotoxicityOf } from "#presentation/statement/late-neurotoxicity.ts";
import { outcomeLabel } from "#presentation/statement/outcome-names.ts";
import { type ReportedBy, reportedBy } from "#presentation/statement/subgroups.ts";
import { saidTiming, timingOfCohorts } from "#presentation/statement/timing.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { type ClassAnswer, ofClasses, trialsApartOf } from "./class-answer.ts";
import { type FullAnswer, leaveOneOutOf, sources } from "./full-answer.ts";
import { reportLinks } from "./report-links.ts";
import { screenEvidence } from "./screen-evidence.ts";

export interface ReportForm extends Pick<ReportParts, "extent" | "citation"> {
  own: string;
}

export function reportParts(answer: FullAnswer, form: ReportForm, words: Catalogue): ReportParts {
  const { extent, citation } = form;
  const classes = ofClasses(answer);
  const { query, canonical, selection } = classes;
  const compared = comparedIn(classes);
  const timingIn = (row: string | null) =>
    timingOf(dataset, timings, { row }).map((line) => ({
      ...line,
      ...saidTiming(line, row, outcomeLabel, words.report.timing),
    }));
  return {
    extent,
    citation,
    answer: fullStatement(classes, words, {
      timing: timingIn,
      // Of a single outcome: no request waits for those of all rows.
      leaveOneOut: (id) => {
        const outcome = dataset.outcomes.find((one) => one.id === id);
        const isOnly = extent === "whole" && classes.outcomes.length === 1;
        return isOnly && outcome ? leaveOneOutOf(answer, outcome) : null;
      },
      // Of the few rows that need it some pools of one class.
      apart: (id) => {
        const outcome = dataset.outcomes.find((one) => one.id === id);
        return extent === "whole" && outcome ? trialsApartOf(classes, outcome) : [];
      },
    }),
    cohorts: cohortsOf(classes),
    rulesReview: reviews.rules,
    subgroups: subgroupsIn(classes, words),
    compared: compared.map((table) => comparedAtLength(table, outcomeLabel, words)),
    survival: survivalTables(classes, survivalSources(classes), compared, words),
    lateNeurotoxicity: lateNeurotoxicityOf(
      ofSameProducts(classes),
      dataset.outcomes,
      citationOf,
      words,
    ),
    timing: timingOfCohorts(
      timingIn(null),
      selection.included.map(({ cohort }) => cohort),
    ),
    links: reportLinks(query, canonical, form),
  };
}

function citationOf(
  cohort: string,
  { outcome, cut, source }: Pick<ComputeFigure, "outcome" | "cut" | "source">,
): Citation | null {
  return sources.cite({ cohort, printed: outcome, cut, source, citation: null }).citation;
}

/** Of any line, in trials and in practice: what is rare is printed by few. */
function ofSameProducts({ selection: { included } }: ClassAnswer): ComputeCohort[] {
  const products = new Set(
    dataset.cohorts
      .filter(({ id }) => included.some(({ cohort }) => cohort === id))
      .map(({ product }) => product),
  );
  return dataset.cohorts.filter(({ product }) => products.has(product));
}

function survivalSources(answer: ClassAnswer): SurvivalSources {
  return {
    ...screenEvidence(answer),
    citationOf,
    patientsOf: (cohort) => dataset.cohorts.find(({ id }) => id === cohort)?.n ?? null,
    outcomeLabel,
  };
}

function cohortsOf({ selection }: ClassAnswer): ReportedCohort[] {
  return selection.included.flatMap(({ cohort: id, group }) => {
    const cohort = dataset.cohorts.find((one) => one.id === id);
    const known = provenance[id];
    return cohort && known
      ? [
          {
            ...cohort,
            group,
            ratings: known.ratings,
            firstAuthor: known.firstAuthor,
            patients: known.patients,
            publication: publicationIn(known),
            review: reviews.cohorts[id] ?? null,
          },
        ]
      : [];
  });
}

/** Its paper with its address, else its registration. */
function publicationIn(known: CohortProvenance): ReportedCohort["publication"] {
  const href = publicationOf(known);
  if (known.publication) return { text: known.publication.citation, href, tier: 1 };
  return href === null ? null : { text: known.registry[0] ?? href, href };
}

/** By every property, the studies that print it for an outcome of the question. */
function subgroupsIn({ outcomes, query }: ClassAnswer, words: Catalogue): ReportedBy[] {
  const { product, therapyClass } = query;
  const tables = subgroupsOf(subgroups, therapyClass === "both" ? {} : { therapyClass }).filter(
    ({ study, outcome: printed }) =>
      outcomes.some(
        ({ outcome }) => concernsRow(printed, outcome) || isOfFamily(printed, outcome),
      ) &&
      (product.length === 0 || product.some((one) => study.products.includes(one))),
  );
  return reportedBy(tables, outcomeLabel, words).filter(({ studies }) => studies.length > 0);
}

/** Survival at another month: few studies print a property at the same. */
function isOfFamily(printed: string, row: string): boolean {
  const family = familyOf(row);
  return family !== null && familyOf(printed) === family;
}

/** Studies of others about the outcomes and products of the question, once each. */
function comparedIn({ outcomes, query }: ClassAnswer): ComparisonTable[] {
  const tables = adjustedComparisonsOf(studies, {})
    .map((table) => ({
      ...table,
      rows: table.rows.filter((row) =>
        outcomes.some(({ outcome }) => concernsRow(row.outcome, outcome)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  return relevantTables(tables, {
    products: query.product,
    therapyClass: query.therapyClass === "both" ? null : query.therapyClass,
    afterBcma: isAfterTherapy(query),
  });
}
