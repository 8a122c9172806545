/** What the trials of an answer reported that no pool holds: survival trial by trial, and how soon harms began. */

import { dataset } from "#core/dataset.ts";
import { monthsByTrial } from "#core/evidence/survival-months.ts";
import { onsetRanges, timingAmong, timingOf } from "#core/evidence/timing.ts";
import { medians } from "#data/generated/medians.ts";
import { timings } from "#data/generated/timing.ts";
import type { ScreenEvidence } from "#presentation/views/screen.ts";
import type { ClassAnswer } from "./class-answer.ts";

export function screenEvidence({
  query,
  selection,
}: Pick<ClassAnswer, "query" | "selection">): ScreenEvidence {
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  const cohorts = dataset.cohorts.filter(({ id }) => included.has(id));
  return {
    monthsOf: (family) => monthsByTrial(cohorts, medians, family, query),
    onsetOf: (outcome) =>
      onsetRanges(timingAmong(timingOf(dataset, timings, { row: outcome }), included)).filter(
        (range) => range.outcome === outcome,
      ),
  };
}
