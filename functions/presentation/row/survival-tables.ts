/** Survival at length, for a report: matched results, every median on its axis and the months of each trial, with sources. */

import type { Answer, Citation } from "#core/answer/answer.ts";
import {
  type FamilyMonths,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import type { ComputeLandmark } from "#data/compute-set.ts";
import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { productGiven } from "../words/product-name.ts";
import { screen } from "../words/screen.ts";
import { sentence } from "../words/sentences.ts";
import { survivalNotes } from "../words/survival-notes.ts";
import { type MedianView, mediansOf, medianView, type TrialName } from "./medians-view.ts";
import { type MonthAtLength, monthAtLength, startsOf, trialsInOrder } from "./months-view.ts";

export interface SurvivalTables {
  /** What matched patients of both classes showed, each with what makes it doubtful. */
  readonly matched: readonly string[];
  readonly families: readonly FamilyAtLength[];
  /** Columns of the tables of months. */
  readonly months: readonly number[];
}

export interface FamilyAtLength {
  readonly family: SurvivalFamily;
  readonly medians: readonly CitedMedian[];
  readonly trials: readonly MonthsAtLength[];
  /** From when survival is counted; empty without months. */
  readonly starts: string;
}

export interface CitedMedian extends MedianView {
  /** "n 97, followed 33.4 months"; empty where neither is known. */
  readonly counted: string;
  readonly citation: Citation | null;
}

export interface MonthsAtLength extends TrialName {
  /** "n 97"; empty where that is not known. */
  readonly counted: string;
  /** The citation of each month, in the order of the months. */
  readonly months: readonly (MonthAtLength & { readonly citation: Citation | null })[];
}

/** What the tables have beside the answer. */
export interface SurvivalSources {
  readonly monthsOf: (family: SurvivalFamily) => FamilyMonths;
  /** Where a cohort printed a month. */
  readonly citationOf: (cohort: string, landmark: ComputeLandmark) => Citation | null;
  readonly patientsOf: (cohort: string) => number | null;
}

/** `null` without a month among the outcomes. */
export function survivalTables(
  { outcomes }: Pick<Answer, "outcomes">,
  sources: SurvivalSources,
): SurvivalTables | null {
  // The medians are the same in each month of a family.
  const rows = new Map(
    outcomes.flatMap((row) => {
      const family = familyOf(row.outcome);
      return family === null ? [] : [[family, row] as const];
    }),
  );
  if (rows.size === 0) return null;
  const matched = outcomes
    .filter(({ group }) => group === "survival")
    .flatMap(({ headToHead }) => headToHead)
    .map((found) => sentence(screen.headToHead(found)));
  return {
    matched: [...new Set(matched)],
    families: [...rows].map(([family, row]) => {
      const { trials } = sources.monthsOf(family);
      const medians = mediansOf(row);
      const labels = medians.map(({ median }) => median.label);
      return {
        family,
        medians: medians.map((entry) => ({
          ...medianView(entry, labels),
          counted: patientsText(sources.patientsOf(entry.median.cohort), entry.median),
          citation: entry.median.citation,
        })),
        trials: trialsInOrder(trials).map((trial) => monthsAtLength(trial, sources)),
        starts: trials.length === 0 ? "" : startsOf(trials),
      };
    }),
    months: survivalMonths,
  };
}

function patientsText(
  n: number | null,
  { followUpMonths }: { readonly followUpMonths: number | null },
): string {
  const followed = followUpMonths === null ? "" : `followed ${followUpMonths} months`;
  return [n === null ? "" : `n\u00a0${n}`, followed].filter((text) => text !== "").join(", ");
}

function monthsAtLength(
  { cohort, n, cells }: TrialMonths,
  { citationOf }: SurvivalSources,
): MonthsAtLength {
  return {
    group: cohort.therapyClass,
    drug: productGiven(cohort.product, cohort.regimen),
    trial: cohort.label,
    cohort: cohort.id,
    counted: survivalNotes.counted(n, null),
    months: cells.map((cell) => ({
      ...monthAtLength(cell),
      citation: "landmark" in cell ? citationOf(cohort.id, cell.landmark) : null,
    })),
  };
}
