/**
 * Rows of one answer that form a chain: outcomes of which one is part of the other, and survival of
 * one kind at ascending months. Each row is pooled by itself, whatever its neighbours are; where a
 * side rests on other cohorts than the row above, or has a higher number, it is marked.
 */
import { familyOf, monthOf } from "#data/landmarks.ts";
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { byGroup } from "../evidence/grouping.ts";
import type { CodedChain, CodedOutcome, CodedPool } from "./coded-answer.ts";
import type { RowCaution } from "./coded-remarks.ts";

interface Listed<G extends string> {
  readonly groups: readonly { readonly id: G }[];
  readonly dataset: Pick<Dataset, "outcomes">;
}

/** The row with its marks. `rows` are those of the answer, in any order. */
export function chained<G extends string>(
  row: CodedOutcome<G>,
  rows: readonly CodedOutcome<G>[],
  { groups, dataset: { outcomes } }: Listed<G>,
): CodedOutcome<G> {
  const above = aboveIn(row.outcome, outcomes).flatMap(
    (id) => rows.find(({ outcome }) => outcome === id) ?? [],
  );
  if (above.length === 0) return row;
  const marks = groups.map(({ id }) => ({ id, chain: markOf(row, above, id) }));
  const said = (code: CodedChain["code"]) =>
    marks.flatMap(({ id, chain }): RowCaution[] =>
      chain?.code === code ? [{ ...chain, group: id }] : [],
    );
  return {
    ...row,
    pools: byGroup(marks, ({ id, chain }) => ({ ...row.pools[id], chain })),
    // What cannot be comes first, what most rows of a chain have last.
    cautions: [...said("out-of-order"), ...row.cautions, ...said("other-trials")],
  };
}

/** The outcomes that come before this one in its chain, nearest first. */
export function aboveIn(
  outcome: string,
  outcomes: readonly Pick<Outcome, "id" | "partOf">[],
): string[] {
  const family = familyOf(outcome);
  if (family !== null) {
    return outcomes
      .map(({ id }) => id)
      .filter((id) => familyOf(id) === family && monthOf(id) < monthOf(outcome))
      .sort((a, b) => monthOf(b) - monthOf(a));
  }
  const whole = outcomes.find(({ id }) => id === outcome)?.partOf ?? null;
  return whole === null ? [] : [whole, ...aboveIn(whole, outcomes)];
}

/** Compared with the nearest row that has a number of the side; a higher number with all of them. */
function markOf<G extends string>(
  { pools }: CodedOutcome<G>,
  above: readonly CodedOutcome<G>[],
  group: G,
): CodedChain | null {
  const own = pools[group];
  const number = numberOf(own);
  if (number === null) return null;
  const numbered = above.filter((row) => numberOf(row.pools[group]) !== null);
  const lower = numbered.find((row) => number > (numberOf(row.pools[group]) ?? 1));
  const against = lower ?? numbered[0];
  if (!against) return null;
  const others = cohortsOf(own) !== cohortsOf(against.pools[group]);
  if (!lower && !others) return null;
  const { outcome, label } = against;
  const code = lower ? "out-of-order" : "other-trials";
  const month = familyOf(outcome) && monthOf(outcome);
  return { code, above: outcome, label, month, others };
}

/** The number that is shown: a single cohort by its own count. */
function numberOf({ estimate, observed }: CodedPool): number | null {
  return observed?.estimate ?? estimate;
}

function cohortsOf({ studies }: CodedPool): string {
  return studies
    .map(({ cohort }) => cohort)
    .sort()
    .join();
}
