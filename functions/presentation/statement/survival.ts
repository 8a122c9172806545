/**
 * Survival, trial by trial: medians and months as each printed them. Trials are never averaged or
 * joined here. An answer with several months of one kind of survival is drawn from this.
 */

import type { Answer, Row, StudyResult } from "#core/answer/answer.ts";
import {
  type FamilyMonths,
  type MonthCell,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import type { ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import { familyOf, landmarkOutcome, monthOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { type PrintedMedian, printedMedians } from "./figures.ts";
import { randomisedOf } from "./head-to-head.ts";
import type { RowStatement } from "./row.ts";
import type { SideStatement } from "./side.ts";
import type { Statement } from "./statement.ts";

interface OfTrial {
  group: TherapyClass;
  product: string;
  trial: string;
  /** "(with other drugs)" */
  combined?: string | undefined;
}

export type StatedMedian = OfTrial & Pick<PrintedMedian, "months" | "followUpMonths" | "interval">;

export interface StatedMonth {
  /** "77", "≥ 59", "<50", "–" */
  text: string;
  /** "(66–84)", "at 30": its interval or month; "cut 12.4": the follow-up where it is not the newest cut. */
  beneath?: readonly string[];
  /** Whether it was printed for this very month. */
  printed?: true;
}

export interface StatedTrial extends OfTrial {
  /** "n 97, from randomisation"; empty where neither is known. */
  counted: string;
  /** One for each month of the table. */
  months: readonly StatedMonth[];
}

export interface StatedFamily {
  family: SurvivalFamily;
  /** Hazard ratios of trials that drew lots; `null` where none of their arms is in the answer. */
  randomised: { lead: string; results: readonly string[] } | null;
  medians: readonly StatedMedian[];
  trials: readonly StatedTrial[];
  /** Who is in neither table, and why. */
  absent: string;
  /** Months whose rows are opened by name. */
  opened: readonly number[];
}

export interface SurvivalStatement {
  /** CAR-T against bispecifics in randomised or matched patients. */
  matched: readonly string[];
  /** How to read the months; empty without any. */
  note: string;
  /** Columns of the table of months. */
  months: readonly number[];
  families: readonly StatedFamily[];
  /** Outcomes whose rows come last. */
  deaths: readonly string[];
}

/** What a statement of survival has beside its answer. */
export interface SurvivalEvidence {
  readonly monthsOf: (family: SurvivalFamily) => FamilyMonths;
  readonly compared: readonly ComparisonTable[];
}

type SurvivalWords = Pick<Catalogue, "screen" | "survival">;

const families = ["pfs", "os", "dor"] as const;

/** Columns of a table of months. */
export const monthColumns: readonly number[] = survivalMonths;

/** One or two months of a family stay rows, as in the summary. */
const leastMonths = 3;

/** What survival says of an answer with several months of one kind; `null` for any other. */
export function survivalOf(
  { rows: stated, verdict, told }: Pick<Statement, "rows" | "verdict" | "told">,
  { outcomes, selection }: Pick<Answer, "outcomes" | "selection">,
  evidence: SurvivalEvidence,
  words: SurvivalWords,
): (Pick<Statement, "rows" | "verdict"> & { readonly survival: SurvivalStatement }) | null {
  const found = families.flatMap((family) => {
    const rows = outcomes
      .filter(({ outcome }) => familyOf(outcome) === family)
      .sort((a, b) => monthOf(a.outcome) - monthOf(b.outcome));
    return rows.length < leastMonths ? [] : { family, rows };
  });
  if (found.length === 0) return null;
  const isSaid = new Set(stated.flatMap((row) => (row.numberless ? [] : row.outcome)));
  // Said once above all months and deaths, and not in their rows.
  const ofSurvival = new Set(
    outcomes.flatMap(({ group, outcome }) => (group === "survival" ? outcome : [])),
  );
  const matched = [
    ...new Set(
      stated.flatMap((row) => (ofSurvival.has(row.outcome) && row.matched ? row.matched : [])),
    ),
  ];
  const known = found.map((one) => ({ ...one, ...evidence.monthsOf(one.family) }));
  const own = known.map((one) => familyStatement(one, selection, evidence.compared, words));
  const survival: SurvivalStatement = {
    matched,
    note: monthsNote(
      known.flatMap(({ trials }) => trials),
      words.survival,
    ),
    months: monthColumns,
    families: own,
    deaths: outcomes
      .filter(({ group, direction }) => group === "survival" && direction === "harm")
      .flatMap(({ outcome }) => (isSaid.has(outcome) ? outcome : [])),
  };
  const months = new Set(found.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)));
  const opened = new Set(outcomesOf(survival));
  return {
    verdict: told === null ? { ...verdict, lead: words.survival.lead } : verdict,
    // Nothing could be read in the row of a month that nobody reports.
    rows: stated
      .filter(({ outcome }) => !months.has(outcome) || opened.has(outcome))
      .map((row) => (months.has(row.outcome) ? withoutNumbers(row) : row))
      .map((row) => (matched.includes(row.matched) ? { ...row, matched: "" } : row)),
    survival,
  };
}

/** The tables above the row have every number of its trials, and a class has none. */
function withoutNumbers(row: RowStatement): RowStatement {
  const sides = { "car-t": noSide, bsab: noSide };
  const { numberless, ...named } = row;
  return { ...named, sides, phrase: "", difference: null, missing: "", matched: "" };
}

const noNumber = { rate: null, range: null, evidence: "", cell: null, at: null };
const noSide: SideStatement = { product: null, ...noNumber };

/** The outcomes whose rows stand with their survival, and not among the others. */
export function outcomesOf({ families, deaths }: SurvivalStatement): string[] {
  const months = families.flatMap(({ family, opened }) =>
    opened.map((month) => landmarkOutcome({ family, month })),
  );
  return [...months, ...deaths];
}

interface KnownFamily extends FamilyMonths {
  readonly family: SurvivalFamily;
  readonly rows: readonly Row[];
}

function familyStatement(
  { family, rows, trials, small }: KnownFamily,
  { included }: Answer["selection"],
  compared: readonly ComparisonTable[],
  words: SurvivalWords,
): StatedFamily {
  const { survival } = words;
  // The medians of a family are the same in each of its rows.
  const medians = together(
    rows.slice(0, 1).flatMap((row) => mediansOf(row, words)),
    ({ group, product }) => `${group} ${product}`,
  );
  const seen = new Set([
    ...medians.map(({ product }) => product),
    ...[...trials, ...small].map(({ cohort }) => productName(cohort.product)),
  ]);
  const silent = new Set(
    included.map(({ product }) => productName(product)).filter((name) => !seen.has(name)),
  );
  return {
    family,
    randomised: randomisedIn(family, randomisedOf(compared, included, [family]), survival),
    medians,
    trials: trialsInOrder(trials).map((trial) => statedTrial(trial, words)),
    absent: [
      small.length > 0 &&
        survival.small(small.map(({ cohort, n }) => survival.sized(cohort.label, n ?? cohort.n))),
      silent.size > 0 && survival.silent([...silent]),
    ]
      .filter(Boolean)
      .join(" "),
    opened: rows.filter(hasPoint).map(({ outcome }) => monthOf(outcome)),
  };
}

/** Each trial in a line, with the ratio of each of its cuts. */
function randomisedIn(
  family: SurvivalFamily,
  found: ReturnType<typeof randomisedOf>,
  said: SurvivalWords["survival"],
): StatedFamily["randomised"] {
  const ratios = new Map<string, string[]>();
  for (const { study, row } of found) {
    // Whose events a ratio counts is said once, over all of them.
    if (row.effect?.moreEventsAbove !== "of") continue;
    const name = said.arm(row.of.label, study.label);
    const ratio = said.ratio(row.effect, row.definition);
    ratios.set(name, [...(ratios.get(name) ?? []), ratio]);
  }
  if (ratios.size === 0) return null;
  const results = [...ratios].map(([name, those]) => said.result(name, those));
  return { lead: said.randomised(family), results };
}

/** How to read the months of these trials; empty without any. */
export function monthsNote(
  trials: readonly TrialMonths[],
  { legend, noOrigin }: SurvivalWords["survival"],
): string {
  if (trials.length === 0) return "";
  return trials.some(({ timeOrigin }) => timeOrigin === null) ? `${legend} ${noOrigin}` : legend;
}

/** Whether any cohort prints this month, so that its row has something to open. */
function hasPoint({ pools }: Row): boolean {
  return therapyClasses.some((group) => {
    const { studies, beside, notPooled } = pools[group];
    const isPrinted = ({ percentPrinted }: (typeof notPooled)[number]) => percentPrinted !== null;
    return studies.length > 0 || beside !== null || notPooled.some(isPrinted);
  });
}

/** CAR-T first, the trials of a product together, the largest first. */
export function trialsInOrder(trials: readonly TrialMonths[]): TrialMonths[] {
  const largestFirst = [...trials].sort((a, b) => (b.cohort.n ?? 0) - (a.cohort.n ?? 0));
  return therapyClasses.flatMap((group) =>
    together(
      largestFirst.filter(({ cohort }) => cohort.therapyClass === group),
      ({ cohort }) => cohort.product,
    ),
  );
}

export function statedTrial(
  { cohort, n, timeOrigin, cells }: TrialMonths,
  words: SurvivalWords,
): StatedTrial {
  return {
    ...trialOf(cohort.therapyClass, cohort, words),
    counted: words.survival.counted(n, timeOrigin),
    months: cells.map((cell) => statedMonth(cell, words)),
  };
}

/** Keys in the order in which they come first, each with all its lines. */
function together<L>(lines: readonly L[], keyOf: (line: L) => string): L[] {
  const order = [...new Set(lines.map(keyOf))];
  return [...lines].sort((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)));
}

function statedMonth(
  cell: MonthCell,
  { survival: said, screen: { numbers } }: SurvivalWords,
): StatedMonth {
  if (!("landmark" in cell)) return { text: said.cell[cell.kind] };
  const { landmark, isNewest } = cell;
  const { survival, interval, followUpMonths, outcome } = landmark;
  const rate = rateOf100(survival, 0, numbers);
  const cut = isNewest ? [] : [said.cut(followUpMonths)];
  if (cell.kind === "at-least") {
    return { text: said.atLeast(rate), beneath: [said.atMonth(monthOf(outcome)), ...cut] };
  }
  const beneath = [...(interval ? [rangeOf100(interval, numbers)] : []), ...cut];
  return { text: rate, ...(beneath.length > 0 && { beneath }), printed: true };
}

/** The medians of a row, CAR-T first, each shortest first and those not reached last. */
export function mediansOf({ pools }: Row, words: Pick<SurvivalWords, "survival">): StatedMedian[] {
  return therapyClasses.flatMap((group) =>
    printedMedians(pools[group]).map(({ months, followUpMonths, interval, ...of }) => ({
      ...trialOf(group, of, words),
      months,
      followUpMonths,
      interval,
    })),
  );
}

function trialOf(
  group: TherapyClass,
  { label, product, regimen }: Pick<StudyResult, "label" | "product" | "regimen">,
  { survival: { combined } }: Pick<SurvivalWords, "survival">,
): OfTrial {
  const named = { group, product: productName(product), trial: label };
  return regimen === "combination" ? { ...named, combined } : named;
}
