/** Survival at length: matched and randomised results, every median and the months of each trial with its source. */
import type { Answer, Citation } from "#core/answer/answer.ts";
import {
  type FamilyMonths,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import type { ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import type { ComputeLandmark } from "#data/compute-set.ts";
import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { printedMedians } from "../statement/figures.ts";
import { randomisedOf, resultText } from "../statement/head-to-head.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productGiven, productName } from "../words/product-name.ts";
import { type MonthAtLength, monthAtLength, trialsInOrder } from "./months-view.ts";

export interface SurvivalTables {
  readonly matched: readonly string[];
  /** Each with the study that it leads to. */
  readonly randomised: readonly {
    readonly study: string;
    readonly label: string;
    readonly text: string;
  }[];
  readonly families: readonly {
    readonly family: SurvivalFamily;
    readonly medians: readonly MedianLine[];
    /** The citation of each month, in the order of the months. */
    readonly trials: readonly MonthsAtLength[];
  }[];
  /** Columns of the tables of months. */
  readonly months: readonly number[];
  /** How to read them; empty without any. */
  readonly note: string;
}

interface MonthsAtLength {
  readonly label: string;
  /** Its product, and whether it was given in combination. */
  readonly given: string;
  /** "n 97, from randomisation"; empty where neither is known. */
  readonly counted: string;
  readonly months: readonly (MonthAtLength & { readonly citation: Citation | null })[];
}

interface MedianLine {
  readonly label: string;
  /** Its product, and whether it was given in combination. */
  readonly given: string;
  readonly months: string;
  readonly interval: string;
  /** "97 (33.4 months)" */
  readonly patients: string;
  readonly citation: Citation | null;
}

/** What the tables have beside the answer. */
export interface SurvivalSources {
  readonly monthsOf: (family: SurvivalFamily) => FamilyMonths;
  /** Where a cohort printed a month. */
  readonly citationOf: (cohort: string, landmark: ComputeLandmark) => Citation | null;
  readonly patientsOf: (cohort: string) => number | null;
  readonly outcomeLabel: (id: string) => string;
}

/** @param compared Studies that set treatments against each other, of this question. */
export function survivalTables(
  { outcomes, selection }: Pick<Answer, "outcomes" | "selection">,
  sources: SurvivalSources,
  compared: readonly ComparisonTable[],
  words: Catalogue,
): SurvivalTables | null {
  // The medians are the same in each month of a family.
  const found = new Map(
    outcomes.flatMap((row) => {
      const family = familyOf(row.outcome);
      return family === null ? [] : [[family, row] as const];
    }),
  );
  if (found.size === 0) return null;
  const { outcomeLabel } = sources;
  const trials = [...found.keys()].flatMap((family) => sources.monthsOf(family).trials);
  const matched = outcomes
    .filter(({ group }) => group === "survival")
    .flatMap(({ headToHead }) => headToHead.map(words.screen.headToHead));
  return {
    matched: [...new Set(matched)],
    randomised: randomisedOf(compared, selection.included, [...found.keys()]).map(
      ({ table, row }) => ({
        study: table.study.id,
        label: table.study.label,
        text: resultText(row, table, outcomeLabel, words),
      }),
    ),
    families: [...found].map(([family, { pools }]) => ({
      family,
      medians: therapyClasses.flatMap((group) => medianLines(pools[group], sources, words)),
      trials: trialsInOrder(sources.monthsOf(family).trials).map((trial) =>
        monthsAtLength(trial, sources, words),
      ),
    })),
    months: survivalMonths,
    note: noteOf(trials, words),
  };
}

function noteOf(trials: readonly TrialMonths[], { survival }: Catalogue): string {
  if (trials.length === 0) return "";
  const isStartMissing = trials.some(({ timeOrigin }) => timeOrigin === null);
  return isStartMissing ? `${survival.legend} ${survival.noOrigin}` : survival.legend;
}

function monthsAtLength(
  { cohort, n, timeOrigin, cells }: TrialMonths,
  { citationOf }: SurvivalSources,
  { survival }: Catalogue,
): MonthsAtLength {
  return {
    label: cohort.label,
    given: productGiven(cohort.product, cohort.regimen),
    counted: survival.counted(n, timeOrigin),
    months: cells.map((cell) => ({
      ...monthAtLength(cell),
      citation: "landmark" in cell ? citationOf(cohort.id, cell.landmark) : null,
    })),
  };
}

/** Shortest first and those not reached last. */
function medianLines(
  pool: Answer["outcomes"][number]["pools"][TherapyClass],
  { patientsOf }: SurvivalSources,
  { report: { survival: said, cohorts }, survival }: Catalogue,
): MedianLine[] {
  return printedMedians(pool).map((median) => {
    const { cohort, label, product, regimen, months, interval, followUpMonths, citation } = median;
    const combined = regimen === "combination" && cohorts.combination;
    return {
      label,
      given: [productName(product), combined].filter(Boolean).join(", "),
      months: survival.months(months),
      interval: interval ? said.interval(interval[0], survival.months(interval[1])) : said.notGiven,
      patients: said.patients(patientsOf(cohort), followUpMonths),
      citation,
    };
  });
}
