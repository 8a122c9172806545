/** One row of an answer: both classes, their difference, its notes. */

import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import type { Numberless, ScreenWords } from "../words/catalogue.ts";
import { type DifferenceWords, differenceWords } from "../words/rates.ts";
import { differenceOf, strengthOf, whyNotCompared } from "./difference.ts";
import { displayedRateOf } from "./displayed-rate.ts";
import { isSilentRow } from "./figures.ts";
import { studyWordOf, withFirst } from "./headline-outcome.ts";
import { missingReason } from "./missing.ts";
import { type SideStatement, sideOf, tenth } from "./side.ts";

/**
 * Whether more of the outcome is better or worse. `access` is whether patients were treated at all,
 * which is not an effect of the treatment.
 */
export type SectionName = "benefit" | "harm" | "access";

export interface RowStatement {
  outcome: string;
  label: string;
  detail: string | null;
  /** Completes the difference for screen readers: "responded". */
  phrase: string;
  section: SectionName;
  sides: Record<TherapyClass, SideStatement>;
  /**
   * `null` if there is no difference; such a row stands among those that cannot be compared.
   * `withWhat`: "with CAR-T", or with its only product. `strength`: "holds in 1 of 5 checks", "0 lies
   * within". `firm`: only then it is bold. `at`: lower end, difference and upper end, of 100, for the strip.
   */
  difference:
    | (DifferenceWords & {
        withWhat: string;
        strength: string;
        firm?: true | undefined;
        at: readonly [number, number, number];
      })
    | null;
  /** Why there is no difference. Empty if a notice above the rows says it for all of them. */
  missing: string;
  /** What randomised or matched patients of both classes showed; empty if none. */
  matched: string;
  /** Where a class here lies outside every published pool; empty if it does not. */
  outside: string;
  /** Rows without any number are named in one line at the end. */
  numberless?: Numberless | undefined;
}

/** What a row is read with. */
export interface RowContext {
  strings: ScreenWords;
  query: ApiComparison["query"];
  selected: Record<TherapyClass, number>;
}

export function rowStatement(row: ApiRow, context: RowContext): RowStatement {
  const { strings } = context;
  const told = differenceOf(row);
  const sides = {
    "car-t": sideOf("car-t", row, context),
    bsab: sideOf("bsab", row, context),
  };
  const matched = row.headToHead.map(strings.headToHead).join(". ");
  // Medians and what matched patients showed are numbers, too.
  const anyNumber = matched !== "" || therapyClasses.some((group) => sides[group].evidence !== "");
  return {
    outcome: row.outcome,
    label: row.label,
    detail: row.detail,
    phrase: row.phrase,
    section: sectionOf(row),
    sides,
    difference: told && {
      ...differenceWords(told.difference, told.interval, strings),
      withWhat: withFirst(row.pools["car-t"], strings),
      strength: strengthOf(told, strings),
      firm: told.contrast.firm || undefined,
      at: [tenth(told.interval[0]), tenth(told.difference), tenth(told.interval[1])],
    },
    missing: told ? "" : missingSentence(row, context),
    matched,
    outside: strings.outside(row.published?.outside ?? []),
    numberless: anyNumber ? undefined : isSilentRow(row) ? "silent" : "unpooled",
  };
}

/**
 * Outcomes that apply to one class only, such as the infusion of cells, are about access to the
 * treatment.
 */
function sectionOf({ direction, appliesTo }: ApiRow): SectionName {
  if (direction === "harm") return "harm";
  return appliesTo.length < therapyClasses.length ? "access" : "benefit";
}

/** Why a class has no number in a row, in words. */
export function missingText(
  group: TherapyClass,
  row: ApiRow,
  context: Pick<RowContext, "strings" | "query" | "selected">,
): string {
  const { strings, query } = context;
  const noun = studyWordOf(query);
  const why = missingReason(group, row, context);
  if (why === "not-for") return row.notFor ?? "";
  if (why === "other-regimen") return strings.noneOfRegimen;
  if (why === "by-trial") return strings.byTrial;
  if (why === "none-selected" || why === "not-asked") {
    return strings.noneSelected(strings.classAdjective[group], noun);
  }
  const text = why === "silent" ? strings.notReported : strings.notPoolable;
  return text(strings.classPlural[group], noun, row.pools[group].of);
}

function missingSentence(row: ApiRow, context: RowContext): string {
  const { strings, selected, query } = context;
  const why = row.notFor || whyNotCompared(row, studyWordOf(query), strings);
  if (why) return why;
  // If a class has no cohorts at all, the notice above the rows says so.
  const missing = therapyClasses.filter(
    (group) => displayedRateOf(row, group) === null && selected[group] > 0,
  );
  if (therapyClasses.some((group) => row.pools[group].status === "by-trial"))
    return strings.byTrial;
  if (missing.length > 1) {
    return isSilentRow(row) ? strings.nothingReported : strings.nothingToPool;
  }
  return missing.map((group) => missingText(group, row, context)).join("; ");
}
