/** Why a class has no number in a row, and why a row has no difference. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { evidenceOf } from "#core/answer/evidence.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import { screen } from "../words/screen.ts";
import { differenceOf, isByTrial, whyNoDifference } from "./difference.ts";
import { displayedRateOf, isSilent } from "./figures.ts";

/** What decides it beside the row. */
type Asked = Pick<Answer, "query" | "selection">;

export type MissingReason =
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

/** @returns `null` for a class with a number. */
export function missingReason(
  group: TherapyClass,
  row: Pick<Row, "appliesTo" | "outcome" | "pools">,
  { query: { therapyClass }, selection }: Asked,
): MissingReason | null {
  const pool = row.pools[group];
  if (displayedRateOf(row, group) !== null) return null;
  if (!row.appliesTo.includes(group)) return "not-for";
  if (therapyClass !== "both" && therapyClass !== group) return "not-asked";
  if (selection.cohorts[group] === 0) return "none-selected";
  if (isByTrial(row, group)) return "by-trial";
  if (pool.beside) return "other-regimen";
  return isSilent(pool) && evidenceOf(pool).length === 0 ? "silent" : "not-poolable";
}

/** In a few words; `null` for a class with a number. */
export function missingText(group: TherapyClass, row: Row, answer: Asked): string | null {
  const why = missingReason(group, row, answer);
  const noun = studyWordOf(answer.query);
  const { of } = row.pools[group];
  const name = screen.classPlural[group];
  switch (why) {
    case null:
      return null;
    case "not-for":
      return row.notFor ?? "";
    case "not-asked":
      return screen.notAsked(screen.classAdjective[group]);
    case "none-selected":
      return screen.noneSelected(screen.classAdjective[group], noun);
    case "by-trial":
      return screen.byTrial;
    case "other-regimen":
      return screen.noneOfRegimen;
    case "silent":
      return screen.notReported(name, noun, of);
    case "not-poolable":
      return screen.notPoolable(screen.classAdjective[group]);
  }
}

/**
 * Why the row has no difference; empty with one, and where a class has no cohorts at all, which a notice beside
 * the row says.
 */
export function missingInRow(row: Row, answer: Asked): string {
  if (differenceOf(row)) return "";
  const reasonOf = (group: TherapyClass) =>
    answer.selection.cohorts[group] > 0 ? missingText(group, row, answer) : null;
  return whyNoDifference(row, answer, { "car-t": reasonOf("car-t"), bsab: reasonOf("bsab") });
}
