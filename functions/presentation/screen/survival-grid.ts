/**
 * Survival as a grid: the months of one family in one table, instead of a row for each. It is made
 * from the rows, so that the grid and an opened row show the same digits.
 */
import { familyOf, monthOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { RowStatement } from "../statement/row.ts";
import type { SideStatement } from "../statement/side.ts";

export interface GridMonth {
  month: number;
  row: RowStatement;
}

export interface SurvivalGrid {
  family: SurvivalFamily;
  /** Months with a number of at least one class, the first one first. */
  months: readonly GridMonth[];
  /** Months without any number; shown in one line. */
  empty: readonly GridMonth[];
  /** The medians of each class, as printed; `undefined` if no selected cohort printed one. */
  medians: Readonly<Record<TherapyClass, string | undefined>>;
}

/** Neighbouring rows, or the grid that replaces them. */
export type GridPart = { rows: RowStatement[] } | { grid: SurvivalGrid };

/** One or two months of a family stay rows, as in the summary. */
const leastMonths = 3;

/** Whether the rows of these outcomes are drawn with a grid of survival. */
export function hasGrid(rows: readonly Pick<RowStatement, "outcome">[]): boolean {
  const families = rows.flatMap(({ outcome }) => familyOf(outcome) ?? []);
  return families.some((one) => families.filter((other) => other === one).length >= leastMonths);
}

/** The parts of a section in their order. A grid stands where the first row of its family was. */
export function gridParts(rows: readonly RowStatement[]): readonly GridPart[] {
  const parts: GridPart[] = [];
  const drawn = new Set<SurvivalFamily>();
  for (const row of rows) {
    const family = familyOf(row.outcome);
    const own = rows.filter(({ outcome }) => family !== null && familyOf(outcome) === family);
    const last = parts.at(-1);
    if (family !== null && hasGrid(own)) {
      if (!drawn.has(family)) parts.push({ grid: gridOf(family, own) });
      drawn.add(family);
    } else if (last && "rows" in last) last.rows.push(row);
    else parts.push({ rows: [row] });
  }
  return parts;
}

/** Whether a class has a number at a month: its rate, or those of products that stand in its place. */
export function isShown({ rate, evidence, medians = "" }: SideStatement): boolean {
  // Medians stand below the grid.
  return rate !== null || evidence !== medians;
}

function gridOf(family: SurvivalFamily, rows: readonly RowStatement[]): SurvivalGrid {
  const months = rows
    .map((row) => ({ month: monthOf(row.outcome), row }))
    .sort((a, b) => a.month - b.month);
  const hasNumber = ({ row: { sides } }: GridMonth) =>
    therapyClasses.some((group) => isShown(sides[group]));
  // The medians of a family are the same in each of its rows.
  const mediansOf = (group: TherapyClass) => rows[0]?.sides[group].medians;
  return {
    family,
    months: months.filter(hasNumber),
    empty: months.filter((one) => !hasNumber(one)),
    medians: { "car-t": mediansOf("car-t"), bsab: mediansOf("bsab") },
  };
}
