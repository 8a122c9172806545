/** What products side by side have beside their answer: medians of survival, times, first full doses, labels. */
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { partsOf } from "#core/evidence/dataset.ts";
import { labelPoolFigure } from "#core/evidence/label-pools.ts";
import { mediansAmong } from "#core/evidence/medians.ts";
import { labelsBySide } from "#core/evidence/regimen-labels.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { adjustedComparisonsOf } from "#core/others/adjusted-comparisons.ts";
import { comparisons } from "#data/generated/collections.ts";
import { fullDoses } from "#data/generated/full-dose.ts";
import { medians } from "#data/generated/medians.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { timings } from "#data/generated/timing.ts";
import type { DrugEvidence } from "#presentation/views/by-drug.ts";

/** Harms that no answer counts. */
const uncountedHarms = recordOutcomes
  .filter(({ group, partOf }) => group === "toxicity" && partOf === null)
  .map(({ id, label, detail }) => ({
    id,
    label,
    detail,
    severe: recordOutcomes.find(({ partOf }) => partOf === id)?.id ?? null,
  }));

/** An outcome, then its parts: those who died of an infection are some of those who died without relapse. */
function withParts(outcome: string): string[] {
  return [outcome, ...partsOf(outcome, dataset).map(({ id }) => id)];
}

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
    labelPoolOf: (product, outcome) =>
      withParts(outcome)
        .map((id) => labelPoolFigure(dataset.cohorts, included, product, id))
        .find((figure) => figure !== null) ?? null,
    uncountedHarms,
    compared: adjustedComparisonsOf(comparisons, {}),
    labels: labelsBySide(query, cohorts, dataset).flatMap(({ regimens }) => regimens),
  };
}
