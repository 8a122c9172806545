/** What stands under a question about kinds of earlier therapy. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { EarlierKind } from "#data/earlier-kinds.ts";
import { kindsIn } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import { isRequired, leavesOpen, type PrintedKind, printedKinds } from "./earlier-therapy.ts";
import { failedFilters } from "./filters.ts";

export interface AfterKinds {
  kinds: readonly EarlierKind[];
  /** Trials that count, with how many of their patients had one of the kinds. */
  counted: readonly { cohort: ComputeCohort; printed: readonly PrintedKind[] }[];
  /** Trials that required such therapy and leave its kind open: they stand beside and are not counted. */
  beside: readonly ComputeCohort[];
  /** Kinds of which no trial in our data prints results, whatever else is asked. */
  unknown: readonly EarlierKind[];
}

/** @returns `null` if the question names no kind. */
export function afterKinds(query: Query, dataset: Dataset): AfterKinds | null {
  const kinds = kindsIn(query.priorBcma);
  if (kinds.length === 0) return null;
  const selected = dataset.cohorts
    .map((cohort) => ({ cohort, against: failedFilters(cohort, query, dataset) }))
    .filter(({ against }) => against.every((name) => name === "prior-bcma"));
  return {
    kinds,
    counted: selected
      .filter(({ against }) => against.length === 0)
      .map(({ cohort }) => ({ cohort, printed: printedKinds(cohort, kinds) })),
    // They required therapy directed at BCMA: after another target alone nobody was recruited.
    beside: kinds.every((kind) => kind === "gprc5d")
      ? []
      : selected
          .filter(({ cohort, against }) => against.length > 0 && isRequired(cohort))
          .map(({ cohort }) => cohort)
          .filter((cohort) => leavesOpen(cohort, kinds)),
    unknown: kinds.filter(
      (kind) =>
        !dataset.cohorts.some(
          (cohort) => isRequired(cohort) && printedKinds(cohort, [kind]).some(({ n }) => n !== 0),
        ),
    ),
  };
}
