/** What products side by side have beside their answer: survival by trial, times, first full doses, labels. */
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { labelsBySide } from "#core/evidence/answer-labels.ts";
import { mediansAmong } from "#core/evidence/medians.ts";
import { monthsByTrial } from "#core/evidence/survival-months.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { fullDoses } from "#data/generated/full-dose.ts";
import { medians } from "#data/generated/medians.ts";
import { timings } from "#data/generated/timing.ts";
import type { ProductEvidence } from "#presentation/statement/by-product.ts";

export function productEvidence({
  query,
  selection,
}: Pick<Answer<string>, "query" | "selection">): ProductEvidence {
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  const cohorts = dataset.cohorts.filter(({ id }) => included.has(id));
  return {
    monthsOf: (family) => monthsByTrial(cohorts, medians, family, query),
    mediansOf: (family) => mediansAmong(cohorts, medians, family, query),
    timesOf: (row) => timingOf(dataset, timings, { row }),
    fullDosesOf: (product) => fullDoses[product] ?? [],
    labels: labelsBySide(query, cohorts, dataset).flatMap(({ regimens }) => regimens),
  };
}
