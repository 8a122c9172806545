/** What the text of an answer is made of: the answer with its sources, the cohorts, and addresses. */

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
import { comparisons as studies, subgroups } from "#data/generated/collections.ts";
import { provenance } from "#data/generated/provenance.ts";
import { reviews } from "#data/generated/reviews.ts";
import { timings } from "#data/generated/timing.ts";
import { familyOf } from "#data/landmarks.ts";
import type { ReportedCohort, ReportParts } from "#presentation/report/report-parts.ts";
import { type ReportedBy, reportedBy } from "#presentation/statement/patients.ts";
import type { ApiComparison } from "#presentation/words/api-answer.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { type FullAnswer, leaveOneOutOf, sources } from "./full-answer.ts";
import { classesInWords } from "./make-comparison.ts";
import { outcomeLabel } from "./outcome-names.ts";
import { reportLinks } from "./report-links.ts";
import { survivalEvidence } from "./survival-evidence.ts";

export interface ReportForm extends Pick<ReportParts, "extent" | "sorting" | "citation"> {
  own: string;
}

export function reportParts(answer: FullAnswer, form: ReportForm, words: Catalogue): ReportParts {
  const { extent, sorting, citation } = form;
  const comparison = classesInWords(answer, words);
  const { query, canonical } = comparison;
  const isWhole = extent === "whole";
  return {
    extent,
    sorting,
    citation,
    comparison,
    cohorts: cohortsOf(comparison),
    rulesReview: reviews.rules,
    subgroups: subgroupsIn(comparison, words),
    compared: comparedIn(comparison),
    monthsOf: survivalEvidence(comparison).monthsOf,
    citationOf: (cohort, { outcome, cut, source }) =>
      sources.cite({ cohort, printed: outcome, cut, source, citation: null }).citation,
    outcomeLabel,
    timing: (row) => timingOf(dataset, timings, { row }),
    // Of a single outcome: no request waits for those of all rows.
    leaveOneOut: (id) => {
      const outcome = dataset.outcomes.find((one) => one.id === id);
      return isWhole && outcome && comparison.outcomes.length === 1
        ? leaveOneOutOf(answer, outcome)
        : null;
    },
    links: reportLinks(query, canonical, form),
  };
}

function cohortsOf({ selection }: ApiComparison): ReportedCohort[] {
  return selection.included.flatMap(({ cohort: id, group }) => {
    const cohort = dataset.cohorts.find((one) => one.id === id);
    const known = provenance[id];
    return cohort && known
      ? [
          {
            ...cohort,
            group,
            ratings: known.ratings,
            publication: publicationOf(known),
            review: reviews.cohorts[id] ?? null,
          },
        ]
      : [];
  });
}

/** By every property, the studies that print it for an outcome of the question. */
function subgroupsIn({ outcomes, query }: ApiComparison, words: Catalogue): ReportedBy[] {
  const { product, therapyClass } = query;
  const tables = subgroupsOf(subgroups, therapyClass === "both" ? {} : { therapyClass }).filter(
    ({ study, outcome: printed }) =>
      outcomes.some(
        ({ outcome }) => concernsRow(printed, outcome) || isOfFamily(printed, outcome),
      ) &&
      (product.length === 0 || product.some((one) => study.products.includes(one))),
  );
  return reportedBy(tables, outcomeLabel, words.reported).filter(
    ({ studies }) => studies.length > 0,
  );
}

/** Survival at another month: few studies print a property at the same. */
function isOfFamily(printed: string, row: string): boolean {
  const family = familyOf(row);
  return family !== null && familyOf(printed) === family;
}

/** Studies of others about the outcomes and products of the question, once each. */
function comparedIn({ outcomes, query }: ApiComparison): ComparisonTable[] {
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
