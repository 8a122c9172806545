/** The numbers that each ready-made question shows, rounded as the history of the data keeps them. */
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { questionOf } from "#core/question/read-question.ts";
import { computeSetOf } from "#data/build/compute-set.ts";
import { dataVersionOf } from "#data/build/data-version.ts";
import type { Evidence } from "#data/evidence.ts";
import type { Effect, Shown, ShownRow } from "#data/schema.ts";
import { recordedNumbers } from "#presentation/screen/recorded-numbers.ts";

/** Evidence as comparing reads it. Nothing here asks for a preset. */
export function datasetOf(evidence: Evidence): Dataset {
  return {
    ...computeSetOf(evidence),
    presets: [],
    dataVersion: dataVersionOf(evidence),
    answerVersion: "",
  };
}

/** The summary rows of every preset. Earlier data may have presets that are no question now. */
export function shownBy(evidence: Evidence): ShownRow[] {
  const dataset = datasetOf(evidence);
  return evidence.presets.flatMap(({ id, query: parameters }) => {
    const { query } = questionOf(Object.entries(parameters), dataset);
    if (query === null) return [];
    return compare(query, dataset, models).outcomes.map((row) => ({
      preset: id,
      outcome: row.outcome,
      numbers: recordedNumbers(row),
    }));
  });
}

/** The rows that differ, those that are gone last. */
export function effectOf(before: readonly ShownRow[], after: readonly ShownRow[]): Effect[] {
  const find = (rows: readonly ShownRow[], { preset, outcome }: ShownRow): Shown | null =>
    rows.find((row) => row.preset === preset && row.outcome === outcome)?.numbers ?? null;
  const gone = before.filter((row) => find(after, row) === null);
  return [...after, ...gone]
    .map((row) => ({
      preset: row.preset,
      outcome: row.outcome,
      before: find(before, row),
      after: find(after, row),
    }))
    .filter(({ before: old, after: now }) => JSON.stringify(old) !== JSON.stringify(now));
}
