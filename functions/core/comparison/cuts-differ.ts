/** Figures of another data cut than that of the outcome of which they count a part. */
import type { Outcome } from "#data/schema.ts";
import { wholesOf } from "#data/wholes.ts";
import { chooseFigure } from "../evidence/choose.ts";
import { isByRule } from "../evidence/cuts.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../question/query.ts";
import type { RowCaution } from "./coded-remarks.ts";

export function cutsDiffer(
  outcome: Outcome,
  groups: readonly { readonly entries: readonly Entry[] }[],
  query: Query,
  { outcomes }: Pick<Dataset, "outcomes">,
): RowCaution[] {
  if (!isByRule(query)) return [];
  // The outermost that is pooled stands for all: deaths from any cause never are.
  const wholes = wholesOf(outcome.id, outcomes).reverse();
  const differing = groups
    .flatMap(({ entries }) => entries)
    .filter(({ cohort, figure }) => {
      for (const whole of wholes) {
        const { figure: other } = chooseFigure(cohort, whole, query);
        if (other !== null) return other.cut !== figure.cut;
      }
      return false;
    });
  if (differing.length === 0) return [];
  return [{ code: "cut-differs", cohorts: differing.map(({ cohort }) => cohort.label) }];
}
