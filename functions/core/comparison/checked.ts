/**
 * Whether a difference between the classes whose interval excludes 0 does so in every check that
 * `/v1/sensitivity` makes of it. Only such a difference is emphasised, on screen and in texts. So it
 * is part of every answer. The first check that loses it is the last: most of these differences are
 * lost by one of the first, which keeps answers with many of them cheap.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Contrast } from "./answer.ts";
import type { Models } from "./models.ts";
import { checksOf } from "./sensitivity/checks.ts";
import { asksModel, judge } from "./sensitivity/judge.ts";
import { type PooledClass, poolTheSame, refitsOf } from "./sensitivity/refit.ts";
import { findingOf } from "./verdict.ts";

export type Checked = NonNullable<Contrast["checked"]>;
export type LostCheck = NonNullable<Checked["lost"]>;

/** `null` if the interval of the contrast does not exclude 0. */
export type RowChecked = (
  outcome: Outcome,
  contrast: Contrast<string>,
  classes: readonly PooledClass[],
) => Checked | null;

/** `null` for a comparison of other groups. */
export function checkedFor(query: Query, dataset: Dataset, models: Models): RowChecked | null {
  if (query.compare !== usualDimension) return null;
  const changedBy = refitsOf(query, dataset, models);
  return (outcome, contrast, classes) => {
    if (!findingOf(contrast)) return null;
    const pooled = classes.map(({ entries }) => entries.map(({ cohort }) => cohort));
    for (const check of checksOf(query, dataset, pooled)) {
      const { classes: others, refit } = changedBy(outcome, check);
      if (!asksModel(check) && poolTheSame(classes, others)) continue;
      const changed = refit();
      const { verdict } = judge({ query, classes, contrast }, changed, check);
      if (verdict === "lost") {
        const { differencePer100 = null, differenceInterval = null } = changed.contrast ?? {};
        const { kind, value, ...rest } = check.change;
        const cohort = "cohort" in rest ? rest.cohort : null;
        return { lost: { kind, value, cohort, differencePer100, differenceInterval } };
      }
    }
    return { lost: null };
  };
}
