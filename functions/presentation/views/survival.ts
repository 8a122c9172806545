/**
 * Draws survival trial by trial: medians on one axis and months in a table, each as its trial reported it. Trials are
 * never averaged or joined here. An answer with several months of one kind of survival is drawn from this view.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { type FamilyMonths, survivalMonths } from "#core/evidence/survival-months.ts";
import { familyOf, monthOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { headlineOutcome } from "../row/figures.ts";
import { headToHeadText } from "../row/head-to-head.ts";
import { type Median, mediansOf, type RulerView, rulerView } from "../row/medians-view.ts";
import {
  isMonthReported,
  type MonthsLine,
  monthsLines,
  monthView,
  olderCuts,
  startsOf,
} from "../row/months-view.ts";
import { classPlural } from "../words/class-names.ts";
import { withNoun } from "../words/counts.ts";
import { plain } from "../words/numbers.ts";
import { productName } from "../words/product-name.ts";
import { sentence, withSpaces } from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";
import { survivalNames } from "../words/survival.ts";

export interface FamilyView {
  readonly family: SurvivalFamily;
  /** The ruler is `null` if there is no median. */
  readonly ruler: RulerView | null;
  readonly trials: readonly MonthsLine[];
  /** Explains the table of months and names missing drugs with the reason; empty if there is nothing to explain. */
  readonly notes: string;
  /** Lists months whose rows are opened by name. */
  readonly opened: readonly number[];
}

export interface SurvivalView {
  /** Lists matched comparisons of both classes, each with its limits. */
  readonly matched: readonly string[];
  /** Lists the columns of the tables of months. */
  readonly months: readonly number[];
  /** The list is empty if no trial reported a median or a month of any kind of survival. */
  readonly families: readonly FamilyView[];
  /** Lists outcomes whose rows come last. */
  readonly deaths: readonly string[];
}

interface SurvivalScreen {
  readonly survival: SurvivalView;
  /** The lead is the headline; `null` if an outcome that is compared provides it. */
  readonly lead: string | null;
  /** Maps outcomes at months, whose rows are not drawn, to whether they can be opened. */
  readonly months: ReadonlyMap<string, boolean>;
}

const families = ["pfs", "os", "dor"] as const;

/** A kind of survival with fewer months keeps its rows, as in the overview. */
const leastMonths = 3;

interface ReportedFamily extends FamilyMonths {
  readonly family: SurvivalFamily;
  readonly rows: readonly Row[];
  readonly medians: readonly Median[];
}

/** Returns the survival of an answer with several months of one kind; `null` for any other answer. */
export function survivalOf(
  { outcomes, selection }: Pick<Answer, "outcomes" | "selection">,
  monthsOf: (family: SurvivalFamily) => FamilyMonths,
): SurvivalScreen | null {
  const reported = families.flatMap((family): ReportedFamily[] => {
    const rows = outcomes
      .filter(({ outcome }) => familyOf(outcome) === family)
      .sort((a, b) => monthOf(a.outcome) - monthOf(b.outcome));
    const [first] = rows;
    if (!first || rows.length < leastMonths) return [];
    // The medians of a kind of survival are the same in each of its rows.
    return [{ family, rows, medians: mediansOf(first), ...monthsOf(family) }];
  });
  if (reported.length === 0) return null;
  const isKnown = reported.some(
    ({ medians, trials, rows }) => medians.length + trials.length > 0 || rows.some(isMonthReported),
  );
  return {
    survival: {
      matched: matchedIn(outcomes),
      months: survivalMonths,
      families: isKnown ? reported.map((family) => familyView(family, selection)) : [],
      deaths: outcomes
        .filter(({ group, direction }) => group === "survival" && direction === "harm")
        .map(({ outcome }) => outcome),
    },
    lead: headlineOutcome(outcomes) === undefined && isKnown ? mediansLead(reported) : null,
    months: new Map(
      reported.flatMap(({ rows }) =>
        rows.map((row) => [row.outcome, isKnown && isMonthReported(row)] as const),
      ),
    ),
  };
}

/** Lists matched comparisons without duplicates, because a comparison of deaths stands with several outcomes. */
export function matchedIn(outcomes: readonly Row[]): SurvivalView["matched"] {
  const texts = new Set(
    outcomes
      .filter(({ group }) => group === "survival")
      .flatMap(({ headToHead }) => headToHead)
      .map((comparison) => sentence(headToHeadText(comparison))),
  );
  return [...texts];
}

/**
 * Returns the medians of the first kind of survival that has any: "Median months progression-free: cilta-cel 35,
 * ide-cel 9; bispecifics 11 to 17, not reached in 2 trials." Months are whole numbers, unless rounding would make two
 * different ones equal.
 */
function mediansLead(families: readonly ReportedFamily[]): string {
  const first = families.find(({ medians }) => medians.length > 0);
  if (!first) return "Survival is known at single months, trial by trial.";
  const spans = therapyClasses.flatMap((group) => {
    const ofClass = first.medians.filter((entry) => entry.group === group);
    const products = [...new Set(ofClass.map(({ product }) => product))];
    // A span over two products would be no range of their class, so each product has its own.
    const ofProducts = products.map((product) => ({
      name: productName(product),
      medians: ofClass.filter((median) => median.product === product),
    }));
    const spansOfClass =
      products.length > 2 ? [{ name: classPlural[group], medians: ofClass }] : ofProducts;
    return spansOfClass.length === 0 ? [] : [spansOfClass];
  });
  const ends = spans.flat().flatMap(({ medians }) => endsOf(medians));
  const isDistinct = new Set(ends).size === new Set(ends.map(Math.round)).size;
  const written = (months: number) => plain(isDistinct ? Math.round(months) : months);
  const texts = spans.map((ofClass) =>
    ofClass.map(({ name, medians }) => `${name} ${spanText(medians, written)}`).join(", "),
  );
  return `Median months ${survivalNames[first.family]}: ${texts.join("; ")}.`;
}

/** Returns the shortest and the longest median that was reached; empty if none was. */
function endsOf(medians: readonly Median[]): readonly number[] {
  const months = medians.flatMap((median) => median.months ?? []);
  return months.length === 0 ? [] : [Math.min(...months), Math.max(...months)];
}

/** Returns text such as "35", "11 to 17", "11 to 17, not reached in 2 trials", "not reached at 34". */
function spanText(medians: readonly Median[], write: (months: number) => string): string {
  const open = medians.filter(({ months }) => months === null);
  const [low, high] = endsOf(medians);
  if (low !== undefined && high !== undefined) {
    const reached = low === high ? write(low) : `${write(low)} to ${write(high)}`;
    return open.length === 0
      ? reached
      : `${reached}, not reached in ${withNoun(open.length, "trial")}`;
  }
  const followed = open.flatMap(({ followUpMonths }) => followUpMonths ?? []).map(Math.round);
  if (followed.length === 0) return "not reached";
  const at = [...new Set([Math.min(...followed), Math.max(...followed)])];
  return `not reached at ${at.map(plain).join(" to ")}`;
}

function familyView(
  { family, rows, medians, trials, small }: ReportedFamily,
  { included }: Answer["selection"],
): FamilyView {
  const [first] = rows;
  const reported = new Set([
    ...medians.map(({ product }) => product),
    ...[...trials, ...small].map(({ cohort }) => cohort.product),
  ]);
  const silent = new Set(
    included.flatMap(({ product }) => (reported.has(product) ? [] : productName(product))),
  );
  const smallNames = small.map(
    ({ cohort, fewestPatients }) => `${cohort.label}: ${fewestPatients ?? cohort.n ?? notFound}`,
  );
  return {
    family,
    ruler: first ? rulerView(first) : null,
    trials: monthsLines(trials, monthView),
    notes: withSpaces([
      trials.length > 0 && legend,
      olderCuts(trials),
      startsOf(trials),
      small.length > 0 && `No line for fewer than 30 patients: ${smallNames.join("; ")}.`,
      silent.size > 0 && `Not found: ${[...silent].join(", ")}.`,
    ]),
    opened: rows.filter(isMonthReported).map(({ outcome }) => monthOf(outcome)),
  };
}

const legend = "Grey: bounds by later months or medians.";
