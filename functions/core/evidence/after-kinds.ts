/** Lists the trials that answer a question about kinds of earlier therapy, and those that it leaves out. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { EarlierKind } from "#data/vocabulary.ts";
import { listEarlierTherapyKinds } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import {
  isEarlierBcmaTherapyRequired,
  listNonzeroTherapyKindCounts,
  listPrintedTherapyKindCounts,
  type PrintedKind,
} from "./earlier-therapy.ts";
import { findExclusionReason, listFailedFilters } from "./filters.ts";

interface TrialOfKinds {
  cohort: ComputeCohort;
  printed: readonly PrintedKind[];
}

export interface AfterKinds {
  kinds: readonly EarlierKind[];
  /** `counted` lists the trials that count, with the numbers of their patients who had each kind. */
  counted: readonly TrialOfKinds[];
  /**
   * `notCounted` lists trials that required such therapy but do not count: for none of the kinds do they print that
   * half of their patients had it, or they print no kind at all.
   */
  notCounted: readonly TrialOfKinds[];
  /** `unknown` lists the kinds for which no trial in our data prints results, whatever else the question asks. */
  unknown: readonly EarlierKind[];
}

/**
 * Returns the trials that answer a question about kinds of earlier therapy and those that it leaves out; `null` if
 * the question names no kind.
 */
export function divideTrialsByAskedTherapyKinds(query: Query, dataset: Dataset): AfterKinds | null {
  const kinds = listEarlierTherapyKinds(query.priorBcma);
  if (kinds.length === 0) return null;
  const isOfOtherTarget = kinds.every((kind) => kind === "gprc5d");
  const selected = dataset.cohorts
    .map((cohort) => ({ cohort, against: listFailedFilters(cohort, query, dataset) }))
    .filter(({ against }) => against.every((name) => name === "prior-bcma"));
  return {
    kinds,
    counted: selected
      .filter(({ against }) => against.length === 0)
      .map(({ cohort }) => ({ cohort, printed: listPrintedTherapyKindCounts(cohort, kinds) })),
    notCounted: selected.flatMap(({ cohort }) => {
      const reason = findExclusionReason(cohort, query, dataset)?.reason;
      if (reason?.code === "few-of-kinds") return { cohort, printed: reason.printed };
      // These trials required therapy directed at BCMA, so they recruited nobody after therapy of another target
      // alone.
      const isOpen = reason?.code === "no-kind-printed" && !isOfOtherTarget;
      return isOpen ? { cohort, printed: [] } : [];
    }),
    unknown: kinds.filter(
      (kind) =>
        !dataset.cohorts.some(
          (cohort) =>
            isEarlierBcmaTherapyRequired(cohort) &&
            listNonzeroTherapyKindCounts(cohort, [kind]).length > 0,
        ),
    ),
  };
}
