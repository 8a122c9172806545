/** The words of survival as a grid of months. */
import type { SurvivalFamily } from "#data/medians.ts";

export interface SurvivalWords {
  /** What is counted at each month: "Alive". */
  readonly title: Readonly<Record<SurvivalFamily, string>>;
  /** Heading of the column of months. */
  readonly month: string;
  readonly months: (count: number) => string;
  /** That the numbers of a line do not follow the same patients. */
  readonly noCurve: string;
  /** What a number does. */
  readonly rule: string;
  /** For screen readers, in an empty cell. */
  readonly none: string;
  /** Before the months that have no number. */
  readonly empty: string;
}
