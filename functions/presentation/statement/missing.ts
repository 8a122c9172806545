/** Reasons why a class has no number in a row. */

import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { isSilent } from "./figures.ts";

/** The question that a row answers, as far as it decides what is missing. */
export interface Asked {
  readonly query: Pick<ApiComparison["query"], "therapyClass">;
  /** Number of selected cohorts of each class. */
  readonly selected: Readonly<Record<TherapyClass, number>>;
}

export type MissingSide =
  /** The class cannot have the outcome. */
  | "not-for"
  | "not-asked"
  | "none-selected"
  /** Only the other kind of regimen has a number, which stands beneath. */
  | "other-regimen"
  /** Survival at a month stands by trial. */
  | "by-trial"
  /** No cohort reports the outcome, or no figure of it can be pooled. */
  | "silent"
  | "not-poolable";

/** Why a class has no number in a row. */
export function missingReason(
  group: TherapyClass,
  { appliesTo, pools }: Pick<ApiRow, "appliesTo" | "pools">,
  { query: { therapyClass }, selected }: Asked,
): MissingSide {
  const pool = pools[group];
  if (!appliesTo.includes(group)) return "not-for";
  if (therapyClass !== "both" && therapyClass !== group) return "not-asked";
  if (selected[group] === 0) return "none-selected";
  if (pool.status === "by-trial") return "by-trial";
  if (pool.beside) return "other-regimen";
  return isSilent(pool) ? "silent" : "not-poolable";
}
