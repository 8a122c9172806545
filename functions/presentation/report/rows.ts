/** Which outcomes of an answer the table of its first page has, and what is said of the others. */
import { monthOf } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { FullRow } from "../statement/full.ts";
import { foldedRows } from "../statement/numberless-rows.ts";

/** A table of more rows is read less than it is skipped. */
const mostRows = 12;
const mostMonths = 4;

export interface PlacedRows {
  readonly rows: readonly FullRow[];
  /** Of many outcomes, those that only one class has a number of. */
  readonly oneClass: readonly FullRow[];
  /** Of survival at many months, those that stand trial by trial in tables of their own. */
  readonly months: readonly FullRow[];
  readonly folded: ReturnType<typeof foldedRows<FullRow>>["folded"];
  /** Of many trials or outcomes each is unfolded by who asks for it, also where there is room. */
  readonly isLong: boolean;
}

/** @param tabled Months that have tables of their own. */
export function placedRows(all: readonly FullRow[], tabled: readonly number[]): PlacedRows {
  const { rows, folded } = foldedRows(all);
  const landmarks = rows.filter(({ isLandmark }) => isLandmark);
  const isInTables = ({ outcome }: FullRow) => tabled.includes(monthOf(outcome));
  const months = landmarks.length > mostMonths ? landmarks.filter(isInTables) : [];
  const others = rows.filter((row) => !months.includes(row));
  const isOfOne = ({ sides }: FullRow) =>
    Object.values(sides).filter(({ cell }) => cell !== null).length === 1;
  const oneClass = others.length > mostRows ? others.filter(isOfOne) : [];
  return {
    rows: others.filter((row) => !oneClass.includes(row)),
    oneClass,
    months,
    folded,
    isLong: isLong(all),
  };
}

const mostTrials = 12;

function isLong(rows: readonly FullRow[]): boolean {
  return rows.length > mostRows || Math.max(0, ...rows.map(trialsOf)) > mostTrials;
}

/** How many trials of both classes have a figure of an outcome. */
export function trialsOf({ classes }: Pick<FullRow, "classes">): number {
  return therapyClasses.reduce((sum, group) => sum + classes[group].trials.length, 0);
}
