/** One row of an answer: both classes, their difference, what others found. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Numberless } from "../words/numberless-rows.ts";
import { screen } from "../words/screen.ts";
import { type DifferenceStatement, differenceInShort, differenceOf } from "./difference.ts";
import { isSilentRow } from "./figures.ts";
import { isOfDeaths } from "./head-to-head.ts";
import { missingInRow } from "./missing.ts";
import { notesOfRow } from "./notes.ts";
import { paperOf } from "./published.ts";
import { detailOf } from "./row-detail.ts";
import { type FullSide, type SideStatement, sideOf } from "./side-statement.ts";

/**
 * Whether more of the outcome is better or worse. `access` is whether patients were treated at all,
 * which is not an effect of the treatment.
 */
export type SectionName = "benefit" | "harm" | "access";

/** Where a row stands in the table, and the question that lists all of its kind. */
export type GroupName = Row["group"];

export interface RowStatement {
  outcome: string;
  label: string;
  detail: string | null;
  /** Completes the difference for screen readers: "responded". */
  phrase: string;
  section: SectionName;
  group: GroupName;
  sides: Record<TherapyClass, SideStatement>;
  /** `null` if there is no difference; such a row stands among those that cannot be compared. */
  difference: DifferenceStatement | null;
  /** Why there is no difference. Empty if a notice above the rows says it for all of them. */
  missing: string;
  /** What randomised or matched patients of both classes showed; empty if none. */
  matched: string;
  /** What the publication that the question repeats printed itself; empty without one. */
  paper: string;
  /** Where a class here lies outside every published pool; empty if it does not. */
  outside: string;
  /** Rows without any number are named in one line at the end. */
  numberless?: Numberless | undefined;
}

export type FullSides = Readonly<Record<TherapyClass, FullSide>>;

/** What a row and its sides are read with. */
export type Asked = Pick<Answer, "query" | "selection" | "set">;

export function sidesOf(row: Row, answer: Asked): FullSides {
  const notes = notesOfRow(row, answer);
  const of = (group: TherapyClass) => sideOf(group, row, answer, notes);
  return { "car-t": of("car-t"), bsab: of("bsab") };
}

export function rowStatement(
  row: Row,
  answer: Asked,
  sides: FullSides = sidesOf(row, answer),
): RowStatement {
  const numbers = differenceOf(row);
  const matched = row.headToHead
    .filter((one) => !isOfDeaths(one, row))
    .map(screen.headToHead)
    .join(". ");
  // Medians and what matched patients showed are numbers, too.
  const anyNumber = matched !== "" || therapyClasses.some((group) => sides[group].evidence !== "");
  return {
    outcome: row.outcome,
    label: row.label,
    detail: detailOf(row, answer),
    phrase: row.phrase,
    section: sectionOf(row),
    group: row.group,
    sides: { "car-t": withoutReason(sides["car-t"]), bsab: withoutReason(sides.bsab) },
    difference: numbers && differenceInShort(numbers, row),
    missing: missingInRow(row, answer),
    matched,
    paper: paperOf(row, answer),
    outside: screen.outside(row.published?.outside ?? []),
    numberless: anyNumber ? undefined : isSilentRow(row) ? "silent" : "unpooled",
  };
}

function withoutReason({ missing: _, ...side }: FullSide): SideStatement {
  return side;
}

/**
 * Outcomes that apply to one class only, such as the infusion of cells, are about access to the
 * treatment.
 */
function sectionOf({ direction, appliesTo }: Row): SectionName {
  if (direction === "harm") return "harm";
  return appliesTo.length < therapyClasses.length ? "access" : "benefit";
}
