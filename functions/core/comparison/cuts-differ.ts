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
  const whole = wholesOf(outcome.id, outcomes).at(-1);
  if (whole === undefined || !isByRule(query)) return [];
  const differing = groups
    .flatMap(({ entries }) => entries)
    .filter(({ cohort, figure }) => {
      const { figure: other } = chooseFigure(cohort, whole, query);
      return other !== null && other.cut !== figure.cut;
    });
  if (differing.length === 0) return [];
  return [{ code: "cut-differs", cohorts: differing.map(({ cohort }) => cohort.label) }];
}
