/** Survival of each trial for a report: every median on the axis of months, and the months in a table, with sources. */

import type { Citation, Row } from "#core/answer/answer.ts";
import type { FamilyMonths } from "#core/evidence/survival-months.ts";
import type { ComputeLandmark } from "#data/compute-set.ts";
import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { withCommas } from "../words/sentences.ts";
import { type MedianView, mediansOf, medianView } from "./medians-view.ts";
import {
  beneathMonth,
  type MonthsLine,
  type MonthView,
  monthsLines,
  monthView,
  startsOf,
} from "./months-view.ts";

export interface FamilyAtLength {
  readonly family: SurvivalFamily;
  readonly medians: readonly CitedMedian[];
  readonly trials: readonly MonthsLine<CitedMonth>[];
  /** From when survival is counted; empty without months. */
  readonly starts: string;
}

interface CitedMedian extends MedianView {
  /** "n 97, followed 33.4 months"; empty where neither is known. */
  readonly counted: string;
  readonly citation: Citation | null;
}

interface CitedMonth extends MonthView {
  readonly beneath: readonly string[];
  readonly citation: Citation | null;
}

/** What the tables have beside the rows. */
export interface SurvivalSources {
  readonly monthsOf: (family: SurvivalFamily) => FamilyMonths;
  /** Where a cohort reported a month. */
  readonly citationOf: (cohort: string, landmark: ComputeLandmark) => Citation | null;
  readonly patientsOf: (cohort: string) => number | null;
}

/** Empty without a month among the outcomes. */
export function survivalFamilies(
  outcomes: readonly Row[],
  { monthsOf, citationOf, patientsOf }: SurvivalSources,
): readonly FamilyAtLength[] {
  // The medians are the same in each month of a family.
  const rows = new Map(
    outcomes.flatMap((row) => {
      const family = familyOf(row.outcome);
      return family === null ? [] : [[family, row] as const];
    }),
  );
  return [...rows].map(([family, row]) => {
    const { trials } = monthsOf(family);
    const medians = mediansOf(row);
    const labels = medians.map(({ median }) => median.label);
    return {
      family,
      medians: medians.map((entry) => {
        const { cohort, followUpMonths, citation } = entry.median;
        const counted = countedText(patientsOf(cohort), followUpMonths);
        return { ...medianView(entry, labels), counted, citation };
      }),
      trials: monthsLines(trials, (cell, cohort) => ({
        ...monthView(cell),
        beneath: beneathMonth(cell),
        citation: "landmark" in cell ? citationOf(cohort, cell.landmark) : null,
      })),
      starts: trials.length === 0 ? "" : startsOf(trials),
    };
  });
}

function countedText(n: number | null, followUpMonths: number | null): string {
  const followed = followUpMonths === null ? "" : `followed ${followUpMonths} months`;
  return withCommas([n === null ? "" : `n\u00a0${n}`, followed]);
}
