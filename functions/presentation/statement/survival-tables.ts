/** Survival at length: matched and randomised results, every median and the months of each trial with its source. */
import type { Answer, Citation } from "#core/answer/answer.ts";
import type { ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import type { ComputeLandmark } from "#data/compute-set.ts";
import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { printedMedians } from "./figures.ts";
import { randomisedOf, resultText } from "./head-to-head.ts";
import {
  monthsNote,
  type StatedTrial,
  type SurvivalEvidence,
  statedTrial,
  trialsInOrder,
} from "./survival.ts";

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
    readonly trials: readonly (StatedTrial & {
      readonly citations: readonly (Citation | null)[];
    })[];
  }[];
  readonly note: string;
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
export interface SurvivalSources extends SurvivalEvidence {
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
      trials: trialsInOrder(sources.monthsOf(family).trials).map((known) => ({
        ...statedTrial(known, words),
        citations: known.cells.map((cell) =>
          "landmark" in cell ? sources.citationOf(known.cohort.id, cell.landmark) : null,
        ),
      })),
    })),
    note: monthsNote(trials, words.survival),
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
