/** Why a class has no number in a row, and why a row has no difference. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { evidenceOf } from "#core/answer/evidence.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import { classAdjective, classPlural } from "../words/class-names.ts";
import { counted } from "../words/counts.ts";
import { byTrial, differenceOf, isByTrial, whyNoDifference } from "./difference.ts";
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
  const adjective = classAdjective[group];
  switch (why) {
    case null:
      return null;
    case "not-for":
      return row.notFor ?? "";
    case "not-asked":
      return `${adjective} not asked for`;
    case "none-selected":
      return `no ${adjective} ${noun} in this selection`;
    case "by-trial":
      return byTrial;
    case "other-regimen":
      return "other regimen only";
    case "silent":
      return `not reported for ${classPlural[group]} in ${counted(row.pools[group].of, noun)}`;
    case "not-poolable":
      return `no ${adjective} count to pool`;
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
