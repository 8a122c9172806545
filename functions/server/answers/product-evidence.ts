/** What products side by side have beside their answer: medians of survival, times, first full doses, labels. */
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { labelsBySide } from "#core/evidence/answer-labels.ts";
import { mediansAmong } from "#core/evidence/medians.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { adjustedComparisonsOf } from "#core/others/adjusted-comparisons.ts";
import { comparisons } from "#data/generated/collections.ts";
import { fullDoses } from "#data/generated/full-dose.ts";
import { medians } from "#data/generated/medians.ts";
import { timings } from "#data/generated/timing.ts";
import type { DrugEvidence } from "#presentation/views/by-drug.ts";

export function productEvidence({
  query,
  selection,
}: Pick<Answer<string>, "query" | "selection">): DrugEvidence {
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  const cohorts = dataset.cohorts.filter(({ id }) => included.has(id));
  return {
    mediansOf: (family) => mediansAmong(cohorts, medians, family, query),
    timesOf: (row) => timingOf(dataset, timings, { row }),
    fullDosesOf: (product) => fullDoses[product] ?? [],
    targetsOf: (product) => dataset.products.find(({ slug }) => slug === product)?.targets ?? [],
    compared: adjustedComparisonsOf(comparisons, {}),
    labels: labelsBySide(query, cohorts, dataset).flatMap(({ regimens }) => regimens),
  };
}
