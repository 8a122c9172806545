/**
 * Survival, trial by trial: medians and months as each printed them. Trials are never averaged or
 * joined here. An answer with several months of one kind of survival is drawn from this.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import {
  type FamilyMonths,
  type MonthCell,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import { familyOf, landmarkOutcome, monthOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { lowerBoundOf100, rangeOf100, rateOf100 } from "../words/rates.ts";
import { isOfDeaths } from "./head-to-head.ts";
import type { RowStatement } from "./row.ts";
import {
  mediansOf,
  type OfTrial,
  rulerOf,
  type StatedRuler,
  type TrialMedian,
  trialOf,
} from "./ruler.ts";
import type { SideStatement } from "./side.ts";
import type { Statement } from "./statement.ts";

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
  /** `null` without a median. */
  ruler: StatedRuler | null;
  trials: readonly StatedTrial[];
  /** Who is in neither, and why. */
  absent: string;
  /** Months whose rows are opened by name. */
  opened: readonly number[];
}

export interface SurvivalStatement {
  /** Hazard ratios of CAR-T against bispecifics, in matched patients. */
  matched: readonly string[];
  /** How to read the months; empty without any. */
  note: string;
  /** Columns of the table of months. */
  months: readonly number[];
  /** Empty where no trial printed a median or a month of any of them. */
  families: readonly StatedFamily[];
  /** Outcomes whose rows come last. */
  deaths: readonly string[];
}

/** What a statement of survival has beside its answer. */
export interface SurvivalEvidence {
  readonly monthsOf: (family: SurvivalFamily) => FamilyMonths;
}

type SurvivalWords = Pick<Catalogue, "screen" | "survival" | "printed">;

const families = ["pfs", "os", "dor"] as const;

/** Columns of a table of months. */
export const monthColumns: readonly number[] = survivalMonths;

/** One or two months of a family stay rows, as in the summary. */
const leastMonths = 3;

/** What it says in another way. */
type Changed = "rows" | "verdict" | "certainty";

/** What matched patients showed of deaths, where no row says it; empty if nothing. */
function deathsBeside(
  outcomes: readonly Row[],
  rows: readonly RowStatement[],
  { headToHead }: SurvivalWords["screen"],
): string {
  const found = outcomes.flatMap((row) =>
    row.headToHead.filter((one) => isOfDeaths(one, row)).map(headToHead),
  );
  const isSaid = (text: string) => rows.some(({ matched }) => matched.includes(text));
  return [...new Set(found)].filter((text) => !isSaid(text)).join(". ");
}

/** What survival says of an answer with several months of one kind; `null` for any other. */
export function survivalOf(
  {
    rows: stated,
    verdict,
    headlineOutcome,
    certainty,
  }: Pick<Statement, Changed | "headlineOutcome">,
  { outcomes, selection, query }: Pick<Answer, "outcomes" | "selection" | "query">,
  evidence: SurvivalEvidence,
  words: SurvivalWords,
): (Pick<Statement, Changed> & { readonly survival: SurvivalStatement }) | null {
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
  const inRows = stated.filter(({ outcome }) => ofSurvival.has(outcome));
  const deaths = deathsBeside(outcomes, inRows, words.screen);
  const matched = [...new Set([...inRows.map((row) => row.matched), deaths].filter(Boolean))];
  const known = found.map((one) => ({
    ...one,
    ...evidence.monthsOf(one.family),
    // The medians of a family are the same in each of its rows.
    medians: groupedBy(
      one.rows.slice(0, 1).flatMap((row) => mediansOf(row, words)),
      ({ group, product }) => `${group} ${product}`,
    ),
  }));
  const isKnown = known.some(
    ({ medians, trials, rows }) => medians.length + trials.length > 0 || rows.some(hasPoint),
  );
  const survival: SurvivalStatement = {
    matched,
    note: monthsNote(
      known.flatMap(({ trials }) => trials),
      words.survival,
    ),
    months: monthColumns,
    families: isKnown ? known.map((one) => familyStatement(one, selection, words)) : [],
    deaths: outcomes
      .filter(({ group, direction }) => group === "survival" && direction === "harm")
      .flatMap(({ outcome }) => (isSaid.has(outcome) ? outcome : [])),
  };
  const months = new Set(found.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)));
  const opened = new Set(monthsOf(survival));
  const isLead = headlineOutcome === null && isKnown;
  return {
    verdict: isLead
      ? {
          lead: mediansLead(known, words.survival),
          harms: words.survival.apart,
        }
      : verdict,
    certainty: isLead ? words.survival.certainty(studyWordOf(query)) : certainty,
    // Nothing could be read in the row of a month that nobody reports.
    rows: stated
      .filter(({ outcome }) => !months.has(outcome) || opened.has(outcome))
      .map((row) => (months.has(row.outcome) ? withoutNumbers(row) : row))
      .map((row) => (matched.includes(row.matched) ? { ...row, matched: "" } : row))
      .map((row) => (row.difference ? row : { ...row, phrase: "" })),
    survival,
  };
}

/** The row of a month keeps its name only: the tables above it show what each trial printed, and no class is pooled. */
function withoutNumbers(row: RowStatement): RowStatement {
  const sides = { "car-t": noSide, bsab: noSide };
  const { numberless, ...named } = row;
  return { ...named, sides, difference: null, missing: "", matched: "" };
}

const noNumber = { rate: null, isCount: false, range: null, evidence: "", cell: null };
const noSide: SideStatement = { product: null, ...noNumber };

/** The outcomes at months, whose rows are opened by name. */
export function monthsOf({ families }: Pick<SurvivalStatement, "families">): string[] {
  return families.flatMap(({ family, opened }) =>
    opened.map((month) => landmarkOutcome({ family, month })),
  );
}

interface KnownFamily extends FamilyMonths {
  readonly family: SurvivalFamily;
  readonly rows: readonly Row[];
  readonly medians: readonly TrialMedian[];
}

type Said = SurvivalWords["survival"];

/** The medians of the first family that has any, by class: from the shortest to the longest. */
function mediansLead(known: readonly KnownFamily[], said: Said): string {
  const first = known.find(({ medians }) => medians.length > 0);
  if (!first) return said.byTrial;
  const spans = therapyClasses.flatMap((group) => {
    const ofClass = first.medians.filter((one) => one.group === group);
    const products = [...new Set(ofClass.map(({ product }) => product))];
    // From the shorter of two products to the longer is no range of a class.
    return products.length > 2
      ? spanOf(said.classPlural[group], ofClass, said)
      : products.map((name) =>
          spanOf(
            name,
            ofClass.filter(({ product }) => product === name),
            said,
          ),
        );
  });
  return said.mediansLead(first.family, spans);
}

function spanOf(name: string, medians: readonly TrialMedian[], said: Said): string {
  return said.span(
    name,
    medians.flatMap(({ months }) => months ?? []),
    medians.filter(({ months }) => months === null).map(({ followUpMonths }) => followUpMonths),
  );
}

function familyStatement(
  { family, rows, medians, trials, small }: KnownFamily,
  { included }: Answer["selection"],
  words: SurvivalWords,
): StatedFamily {
  const { survival } = words;
  const seen = new Set([
    ...medians.map(({ product }) => product),
    ...[...trials, ...small].map(({ cohort }) => productName(cohort.product)),
  ]);
  const silent = new Set(
    included.map(({ product }) => productName(product)).filter((name) => !seen.has(name)),
  );
  return {
    family,
    ruler: rulerOf(medians, words),
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
    groupedBy(
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
    of: { cohort: cohort.id },
    counted: words.survival.counted(n, timeOrigin),
    months: cells.map((cell) => statedMonth(cell, words)),
  };
}

/** Keys in the order in which they come first, each with all its lines. */
function groupedBy<L>(lines: readonly L[], keyOf: (line: L) => string): L[] {
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
  const cut = isNewest ? [] : [said.cut(followUpMonths)];
  if (cell.kind === "at-least") {
    const bound = said.atLeast(lowerBoundOf100(survival, numbers));
    return { text: bound, beneath: [said.atMonth(monthOf(outcome)), ...cut] };
  }
  const beneath = [...(interval ? [rangeOf100(interval, numbers)] : []), ...cut];
  return {
    text: rateOf100(survival, 0, numbers),
    ...(beneath.length > 0 && { beneath }),
    printed: true,
  };
}
