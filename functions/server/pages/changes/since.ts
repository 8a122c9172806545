/**
 * What changed for a question since an earlier release of the data. The history holds the summary
 * rows of the ready-made questions; of others it is only known that something changed.
 */
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import type { DataRelease, Shown, ShownPool } from "#data/schema.ts";
import { recordedNumbers } from "#presentation/screen/recorded-numbers.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import { type EffectLine, effectLines, pooled } from "./effects.ts";

export type HistoricRows = Pick<Comparison, "outcomes" | "query" | "dataVersion">;

export interface Since {
  version: string;
  /** Date of its release. */
  released: string;
  /** The numbers that were wrong in it, newest correction first; of others it is not withdrawn. */
  withdrawn: readonly string[];
  /** The outcomes whose numbers changed. */
  changed: readonly { label: string; outcome: string; lines: readonly EffectLine[] }[];
  /** The outcomes of which the history holds no earlier number. */
  unrecorded: readonly string[];
  /** Whether the history holds this question at all. */
  recorded: boolean;
}

/**
 * @param version An earlier one of the releases.
 * @param releases Newest first.
 */
export function sinceVersion(
  { outcomes, query, dataVersion }: HistoricRows,
  version: string,
  releases: readonly DataRelease[],
  words: Pick<Catalogue, "pages" | "screen">,
): Since {
  const index = releases.findIndex((release) => release.version === version);
  const newer = releases.slice(0, index);
  // Of data that are not released yet the history knows nothing.
  const preset = releases[0]?.version === dataVersion ? presetOf(query) : null;
  const rows = outcomes.map((row) => ({
    row,
    before: preset === null ? null : numbersBefore(row, preset, newer),
  }));
  return {
    version,
    released: releases[index]?.date ?? "",
    // A release that corrects a wrong number withdraws all before it.
    withdrawn: newer.flatMap(({ corrects }) => corrects ?? []),
    changed: rows.flatMap(({ row, before }) => {
      const after = recordedNumbers(row);
      if (before === null || JSON.stringify(before) === JSON.stringify(after)) return [];
      const lines = effectLines(withoutOwnCounts({ before, after }), words, (pool) =>
        pool.k === 1 ? words.pages.asOf.oneCohort(pool.n) : pooled(pool, words),
      );
      return [{ label: row.label, outcome: outcomeName(row.outcome), lines }];
    }),
    unrecorded: rows.flatMap(({ row, before }) => (before === null ? [row.label] : [])),
    recorded: rows.some(({ before }) => before !== null),
  };
}

/** The ready-made question that differs from this one in its outcomes at most. */
function presetOf(query: Query): string | null {
  const asked = canonicalQuery(query, dataset);
  const found = dataset.presets.find(
    (preset) => canonicalQuery({ ...preset.query, outcome: query.outcome }, dataset) === asked,
  );
  return found?.id ?? null;
}

/** What the row showed before the newer releases; `null` if that is not known. */
function numbersBefore(
  row: OutcomeComparison,
  preset: string,
  newer: readonly DataRelease[],
): Shown | null {
  const inSummary = dataset.outcomes.find(({ id }) => id === row.outcome)?.summary ?? null;
  if (inSummary === null) return null;
  const effects = newer.flatMap(({ effect }) =>
    effect.filter((one) => one.preset === preset && one.outcome === row.outcome),
  );
  // The oldest of them; without any, the row is as it was.
  const first = effects.at(-1);
  return first ? first.before : recordedNumbers(row);
}

/**
 * A single cohort is shown as its own count, which the history does not hold: it holds the estimate
 * of the model. So neither is written where a class has one, nor the difference between two of them.
 */
function withoutOwnCounts({ before, after }: { before: Shown; after: Shown }) {
  const isOne = (pool: ShownPool | null) => pool?.k === 1;
  const isOfTwo = (shown: Shown) => isOne(shown["car-t"]) && isOne(shown.bsab);
  const none = { difference: null };
  return isOfTwo(before) || isOfTwo(after)
    ? { before: { ...before, ...none }, after: { ...after, ...none } }
    : { before, after };
}
