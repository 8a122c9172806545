/**
 * Survival, trial by trial: what each printed, as a median and at months. Trials are never averaged
 * here. An answer with several months of one kind of survival is drawn from this.
 */
import type { Comparison, OutcomeComparison, StudyResult } from "#core/comparison/answer.ts";
import { familyOf, landmarkOutcome, monthOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue, DetailWords } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { productName } from "../words/product-name.ts";
import { contrastOf, differencesOf } from "../words/published-in-words.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { isSilentRow, type PrintedMedian, printedMedians, studiesOf } from "./reported.ts";
import type { RowStatement } from "./row.ts";
import type { SideStatement } from "./side.ts";
import type { Statement } from "./statement.ts";
import { isCompared } from "./told.ts";

interface OfTrial {
  group: TherapyClass;
  product: string;
  trial: string;
  /** "(with other drugs)" */
  combined?: string | undefined;
}

export type StatedMedian = OfTrial & Pick<PrintedMedian, "months" | "followUpMonths" | "interval">;

/** Where a point lies, its rate of 1, and what stands in the table: `76`, `(66–84)`, patients. */
export type StatedPoint = readonly [
  month: number,
  rate: number,
  of100: string,
  range: string,
  n: number | null,
];

export interface StatedTrial extends OfTrial {
  /** In the order of their months. */
  points: readonly StatedPoint[];
}

export interface StatedFamily {
  family: SurvivalFamily;
  medians: readonly StatedMedian[];
  /** Trials with a line, and products, without a median; empty where no trial has one. */
  noMedian: string;
  trials: readonly StatedTrial[];
  /** Months whose rows are drawn; whose rows are opened by name; that nobody reports. */
  drawn: readonly number[];
  others: readonly number[];
  silent: readonly number[];
}

export interface SurvivalStatement {
  /** Hazard ratios of meta-analyses. */
  published: readonly string[];
  /** How to read the lines; empty without any. */
  note: string;
  families: readonly StatedFamily[];
  /** Outcomes whose rows come last. */
  deaths: readonly string[];
}

export interface SurvivalWords {
  readonly numbers: Numbers;
  readonly survival: Catalogue["survival"];
  readonly detail: Pick<DetailWords, "published">;
}

type Row = OutcomeComparison;

const families = ["pfs", "os", "dor"] as const;

/** One or two months of a family stay rows, as in the summary. */
const leastMonths = 3;

/** The month at which most trials print survival, and at which the classes may be compared. */
const usualMonth = 12;

/** Below this, a number is marked. */
const fewPatients = 20;

export function isFew([, , , , n]: StatedPoint): boolean {
  return n !== null && n < fewPatients;
}

/** The rows of an answer and its survival, if it has several months of one kind; else `null`. */
export function survivalOf(
  { rows: stated }: Pick<Statement, "rows">,
  { outcomes, selection }: Pick<Comparison, "outcomes" | "selection">,
  words: SurvivalWords,
): { rows: readonly RowStatement[]; survival: SurvivalStatement } | null {
  const found = families.flatMap((family) => {
    const rows = outcomes
      .filter(({ outcome }) => familyOf(outcome) === family)
      .sort((a, b) => monthOf(a.outcome) - monthOf(b.outcome));
    return rows.length < leastMonths ? [] : { family, rows };
  });
  if (found.length === 0) return null;
  const isSaid = new Set(stated.flatMap((row) => (row.numberless ? [] : row.outcome)));
  const all = found.flatMap(({ rows }) => rows);
  const silent = all.filter(isEmptyMonth).map(({ outcome }) => outcome);
  const months = found.map(({ family, rows }) => familyStatement(family, rows, selection, words));
  const lines = months.flatMap(({ trials }) => trials);
  const others = months.flatMap((one) =>
    one.others.map((month) => landmarkOutcome({ family: one.family, month })),
  );
  return {
    // Nothing could be read in the row of a month that nobody reports.
    rows: stated
      .filter(({ outcome }) => !silent.includes(outcome))
      .map((row) => withoutNumbers(row, others.includes(row.outcome))),
    survival: {
      published: found.flatMap(({ family, rows }) => publishedRatio(family, rows, words)),
      note: noteOn(lines, all.some(isCompared), words),
      families: months,
      deaths: outcomes
        .filter(({ group, direction }) => group === "survival" && direction === "harm")
        .flatMap(({ outcome }) => (isSaid.has(outcome) ? outcome : [])),
    },
  };
}

/** The ruler above the row has the medians, and the lines what stands at other months. */
function withoutNumbers(row: RowStatement, isOther: boolean): RowStatement {
  const left = (side: SideStatement): SideStatement =>
    isOther || side.what === "medians" ? noSide : side;
  const sides = { "car-t": left(row.sides["car-t"]), bsab: left(row.sides.bsab) };
  const anyRate = therapyClasses.some((group) => sides[group].rate !== null);
  return { ...row, sides, phrase: anyRate ? row.phrase : "" };
}

const noNumber = { rate: null, range: null, evidence: "", at: null };
const noSide: SideStatement = { what: "missing", product: null, ...noNumber };

/** The outcomes whose rows stand with their survival, and not among the others. */
export function outcomesOf({ families, deaths }: SurvivalStatement): string[] {
  const months = families.flatMap(({ family, drawn, others }) =>
    [...drawn, ...others].map((month) => landmarkOutcome({ family, month })),
  );
  return [...months, ...deaths];
}

function familyStatement(
  family: SurvivalFamily,
  rows: readonly Row[],
  { included }: Comparison["selection"],
  words: SurvivalWords,
): StatedFamily {
  // The medians of a family are the same in each of its rows.
  const medians = rows.slice(0, 1).flatMap((row) => mediansOf(row, words));
  const trials = trialsOf(rows, words);
  const known = new Set(medians.map(nameOf));
  const lines = trials.map(nameOf).filter((name) => !known.has(name));
  const seen = new Set([...medians, ...trials].map(({ product }) => product));
  const others = included.map(({ product }) => productName(product));
  const without = new Set([...lines, ...others.filter((product) => !seen.has(product))]);
  const isDrawn = (row: Row) =>
    isCompared(row) || (monthOf(row.outcome) === usualMonth && hasPoint(row));
  return {
    family,
    medians,
    noMedian: known.size > 0 ? [...without].join(", ") : "",
    trials: trials.map((trial) => numbered(trial, trials)),
    drawn: monthsOf(rows.filter(isDrawn)),
    others: monthsOf(rows.filter((row) => !isDrawn(row) && !isEmptyMonth(row))),
    silent: monthsOf(rows.filter(isEmptyMonth)),
  };
}

/** "cilta-cel 2": where a product has several lines, its name alone would not tell them apart. */
function numbered(trial: StatedTrial, all: readonly StatedTrial[]): StatedTrial {
  const same = all.filter(({ product }) => product === trial.product);
  if (same.length < 2) return trial;
  return { ...trial, product: `${trial.product} ${same.indexOf(trial) + 1}` };
}

function nameOf({ product, trial }: OfTrial): string {
  return `${product} · ${trial}`;
}

function monthsOf(rows: readonly Row[]): number[] {
  return rows.map(({ outcome }) => monthOf(outcome));
}

function noteOn(
  trials: readonly StatedTrial[],
  anyCompared: boolean,
  { survival }: SurvivalWords,
): string {
  if (trials.length === 0) return "";
  const isOfBoth = new Set(trials.map(({ group }) => group)).size > 1;
  return [
    survival.notClasses,
    isOfBoth && !anyCompared && survival.notCompared,
    trials.some(({ combined }) => combined) && survival.plus,
    trials.some(({ points }) => points.some(isFew)) && survival.hollow(fewPatients),
  ]
    .filter(Boolean)
    .join(" ");
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

/** Nobody reports this month, as a number or otherwise. */
function isEmptyMonth(row: Row): boolean {
  return !hasPoint(row) && isSilentRow(row);
}

function hasPoint({ pools }: Row): boolean {
  return therapyClasses.some((group) => studiesOf(pools[group]).length > 0);
}

function trialsOf(rows: readonly Row[], words: SurvivalWords): StatedTrial[] {
  return therapyClasses.flatMap((group) => {
    const trials = new Map<string, OfTrial & { points: StatedPoint[] }>();
    for (const { outcome, pools } of rows) {
      for (const study of studiesOf(pools[group])) {
        const trial = trials.get(study.cohort) ?? { ...trialOf(group, study, words), points: [] };
        const rate = rateOf100(study.estimate, 0, words.numbers);
        const range = rangeOf100(study.interval, words.numbers);
        trial.points.push([monthOf(outcome), study.estimate, rate, range, study.n]);
        trials.set(study.cohort, trial);
      }
    }
    return [...trials.values()];
  });
}

/** The first hazard ratio that was printed for the family. */
function publishedRatio(
  family: SurvivalFamily,
  rows: readonly Row[],
  { numbers, survival, detail }: SurvivalWords,
): string[] {
  const pools = rows.flatMap(({ published }) => published?.pools["car-t"] ?? []);
  const found = pools.find(({ contrast }) => contrast?.measure === "hazard-ratio");
  const ratio = contrastOf(found, numbers);
  if (!found || !ratio) return [];
  return [survival.published(family, ratio, found.year, differencesOf(found, detail.published))];
}
