/**
 * Makes a row with everything behind it: both classes, the difference and its caveats, its analyses as a forest against
 * 0, drugs, trials with their sources, times and published results. A report has these parts of every row; the panel of
 * the element also has deeper response and comparisons by others. All of it is text and positions on an axis, so the
 * components that draw it decide nothing.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { InfluentialTrial } from "#core/answer/influential-trials.ts";
import type { TimingLine } from "#core/evidence/timing-lines.ts";
import {
  type ComparisonTable,
  selectTablesOfAskedProductsElseClass,
} from "#core/others/adjusted-comparisons.ts";
import type { NotInfused } from "#core/others/not-infused.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type AnalysesView, makeAnalysesView } from "../row/analyses-view.ts";
import { type ClassTable, makeClassTables } from "../row/class-tables.ts";
import { findDifferenceNumbers } from "../row/difference.ts";
import { type DrugView, makeDrugViewsFromClassPools } from "../row/drugs-view.ts";
import {
  countTrialsInRow,
  findGroupRateWithInterval,
  findPredictionIntervalOfClass,
  hasTreatedPatientsOnly,
  listClassesWiderThanEachTrial,
} from "../row/figures.ts";
import { makeApheresedFinding } from "../row/finding.ts";
import { type ComparedStatement, makeComparisonStatement } from "../row/head-to-head.ts";
import { describeIntentionToTreat } from "../row/intention-to-treat.ts";
import {
  describeMediansBeforeAndAfterMonth,
  makeMediansRulerView,
  type RulerView,
} from "../row/medians-view.ts";
import { describeWhyNoDifference, makeWayElsewhere, type WayElsewhere } from "../row/missing.ts";
import { makeNotPooledTexts, type NotPooledTexts } from "../row/not-pooled.ts";
import type { Plotted } from "../row/plotted.ts";
import { nameBothClassesOrOnlyProducts } from "../row/products.ts";
import { makePublishedView, type PublishedView } from "../row/published-view.ts";
import type { RandomisedTable } from "../row/randomised-table.ts";
import {
  listRowFacts,
  makeFoldedRowViews,
  makeRowView,
  placingByItself,
  type RowView,
} from "../row/row-view.ts";
import { describeDiedBefore, selectDiedBefore } from "../row/separate-deaths.ts";
import { listStatisticsSentences } from "../row/statistics.ts";
import {
  groupRowTimingByClass,
  makeTimingTextWithSources,
  type TimingSource,
} from "../row/timing-of-row.ts";
import { abbreviations, findAbbreviations } from "../words/abbreviations.ts";
import type { Copy } from "../words/html.ts";
import { chooseStudyWord, classAdjective, className, classPlural } from "../words/names.ts";
import { type Place, type Placed, placeFacts } from "../words/places.ts";
import { formatDifferenceRange, formatMoreOrFewer, formatRateInterval } from "../words/rates.ts";
import { capitalise, joinBySpaces, uncapitalise, writeSentence } from "../words/sentences.ts";

/**
 * At most this many published comparisons are sent with a row, unless its line rests on more; the report has all of
 * them.
 */
const mostCompared = 2;

/** If more trials than this have no figure, an opened row only counts them; the report names all of them. */
const mostSilent = 8;

/** Holds the parts of an opened row that both the panel of the element and a report draw. */
export interface RowParts {
  readonly outcome: string;
  readonly head: RowHead;
  /** The analyses are `null` if there is no difference to check. */
  readonly analyses: AnalysesView | null;
  readonly tables: readonly ClassTable[];
  readonly notPooled: NotPooledTexts;
  /** Lists the notes that the head does not state, by the part where they stand. */
  readonly notes: Readonly<Record<"products" | "trials" | "sure", readonly string[]>>;
  /** Lists statistics, and the rate among all patients who were to be treated. */
  readonly computed: readonly string[];
  readonly published: PublishedView | null;
  /** Lists the outcome in both arms of randomised trials. */
  readonly randomised: readonly RandomisedTable[];
  readonly drugs: readonly DrugView[];
  /** Lists onset and duration by trial; empty if no trial reports them. */
  readonly timing: readonly TimingOfTrial[];
  /** Counts the trials with a figure in the row. */
  readonly trials: number;
  /** Draws medians of survival on an axis, with links from each trial to its record; `null` without a median. */
  readonly ruler: RulerView | null;
}

export interface OpenedRow extends RowParts {
  readonly answerVersion: string;
  /** Under response, lists how deep responses were; empty under any other row. */
  readonly deeper: readonly RowView[];
  /** Names these rows in one line, as in "Deeper response: very good partial response, MRD negative". */
  readonly deeperInShort: string;
  /** Holds the row as a line for a note, with `linkPlaceholder` in place of its address. */
  readonly copied: Copy;
  readonly compared: readonly ComparedStatement[];
  /** Counts the further comparisons, which the report lists. */
  readonly moreCompared: number;
}

export interface TimingOfTrial extends Pick<TimingLine, "cohort" | "label"> {
  readonly group: TherapyClass;
  readonly text: string;
  readonly sources: readonly TimingSource[];
}

/** Holds data of the parts of a row that are not part of the answer. */
export interface PartsSupplement {
  /** Lists the trials that explain why a rate differs from published pools. */
  readonly influentialTrials: readonly InfluentialTrial[];
  readonly timing: readonly TimingLine[];
  /** Lists patients of all randomised trials who were not infused as planned. */
  readonly notInfused: readonly NotInfused[];
  /** Draws the outcome in both arms of randomised trials. */
  readonly randomised: readonly RandomisedTable[];
}

/** Holds data of an opened row that are not part of the answer. */
interface RowSupplement extends PartsSupplement {
  /** Answers the same question about the depth of response; `null` for any other row. */
  readonly deeper: Answer | null;
  readonly compared: readonly ComparisonTable[];
  readonly copied: Copy;
}

export interface RowHead {
  readonly view: RowView;
  /**
   * States the difference if all apheresed count, then the difference as shown, or why nothing is compared. All are
   * drawn in one size, because readers remember the larger one.
   */
  readonly statements: readonly string[];
  /** States the prediction interval of each class in words; empty with fewer than three trials. */
  readonly next: string;
  /** Lists what could change the reading most: the trial that carries a side, and the weightiest note. */
  readonly asides: readonly string[];
  /** Leads to what is reported of classes of which the question has nothing; absent for any other row. */
  readonly elsewhere?: WayElsewhere;
  /** Lists what else the row states about its numbers. */
  readonly remarks: readonly string[];
  /** Explains abbreviations. */
  readonly beneath: string;
}

export function makeOpenedRow(row: Row, answer: Answer, supplement: RowSupplement): OpenedRow {
  const parts = makeOpenedRowParts(row, answer, supplement, mostSilent);
  const deeper = supplement.deeper ? makeFoldedRowViews(supplement.deeper) : [];
  return {
    answerVersion: answer.answerVersion,
    ...parts,
    deeper,
    deeperInShort: `Deeper response: ${deeper.map(({ label }) => uncapitalise(label)).join(", ")}`,
    copied: supplement.copied,
    ...makePublishedComparisonFields(row, answer, supplement),
  };
}

/**
 * Returns the parts of an opened row that both the panel of the element and a report draw, as text and positions.
 *
 * @param mostNamed If more trials than this have no figure, they are only counted; if absent, all are named.
 */
export function makeOpenedRowParts(
  row: Row,
  answer: Answer,
  { influentialTrials, timing, notInfused, randomised }: PartsSupplement,
  mostNamed?: number,
): RowParts {
  const ofApheresed = describeDifferenceOfAllApheresed(row, answer);
  const missing: readonly Place[] = ofApheresed === null ? ["statement"] : [];
  const placed = placeFacts("opened", listRowFacts(row, answer), missing);
  const diedBefore = selectDiedBefore(row, answer, notInfused);
  const tables = makeClassTables(row, answer, diedBefore);
  const lines = tables.flatMap(({ trials }) => trials.filter(({ isOutside }) => !isOutside));
  return {
    outcome: row.outcome,
    head: makeOpenedRowHead(row, answer, {
      ofApheresed,
      placed,
      diedBefore: describeDiedBefore(diedBefore),
    }),
    analyses: makeAnalysesView(row),
    tables: tables.map(makeCompactClassTable),
    notPooled: makeNotPooledTexts(
      row,
      answer,
      new Set(lines.map(({ cohort }) => cohort)),
      mostNamed,
    ),
    notes: {
      products: placed("products"),
      trials: placed("trials"),
      sure: placed("sure"),
    },
    computed: [describeIntentionToTreat(row, answer), ...listStatisticsSentences(row)].filter(
      (text) => text !== "",
    ),
    published: makePublishedView(row, influentialTrials),
    randomised,
    drugs: makeDrugViewsFromClassPools(row),
    // Survival at a month has medians instead.
    timing:
      parseSurvivalFamily(row.outcome) === null
        ? groupRowTimingByClass(timing, row).flatMap(({ lines }) =>
            listTimingTextsOfTrials(lines, row.outcome),
          )
        : [],
    trials: countTrialsInRow(row),
    ruler: makeMediansRulerView(row),
  };
}

/** Leaves out what texts say already, and rounds positions to whole percent, because a strip is too narrow for more. */
function makeCompactClassTable({ sum: _, number, trials, ...table }: ClassTable): ClassTable {
  return {
    ...table,
    number: number && roundPositionsToPercent(number),
    trials: trials.map(({ parts: _, drawn, ...line }) => ({
      ...line,
      drawn: drawn && roundPositionsToPercent(drawn),
    })),
  };
}

function roundPositionsToPercent(side: Plotted): Plotted {
  const { bar, marks } = side;
  return {
    ...side,
    ...(bar && { bar: [Math.round(bar[0]), Math.round(bar[1])] as const }),
    marks: marks.map(({ at, kind }) => ({ at: Math.round(at), kind })),
  };
}

/** The overview shows survival only at this month. */
const monthOfOverview = "pfs-12";

interface HeadTexts {
  /** Holds the statement on all apheresed; `null` without one. */
  readonly ofApheresed: string | null;
  readonly placed: Placed;
  readonly diedBefore: string;
}

/** Returns both classes with their difference in a sentence, and its caveats. */
function makeOpenedRowHead(
  row: Row,
  answer: Answer,
  { ofApheresed, placed, diedBefore }: HeadTexts,
): RowHead {
  const view = makeRowView(row, answer, { ...placingByItself, surface: "opened" });
  const way = makeWayElsewhere(row);
  const statements = [
    ofApheresed,
    describeShownDifference(row, ofApheresed !== null && hasTreatedPatientsOnly(row, "car-t")) ??
      describeWhyNotCompared(row, answer),
  ].filter((statement) => statement !== null);
  // The abbreviations in the name of the row are spelled out for readers who cannot point at them.
  const names = findAbbreviations([row.label, view.detail].join(" "));
  return {
    view,
    statements,
    next: describePredictionIntervals(row, answer),
    asides: [
      describeWhyRatesDoNotSubtract(row),
      row.outcome === monthOfOverview ? describeMediansBeforeAndAfterMonth(row) : "",
      placed("carried").join(" "),
      ...placed("aside"),
    ].filter((text) => text !== ""),
    ...(way && { elsewhere: way }),
    remarks: [
      ...placed("remarks"),
      diedBefore && writeSentence(diedBefore),
      describeIntervalsWiderThanTrials(row),
    ].filter((text) => text !== ""),
    beneath: joinBySpaces(names.map((name) => `${name}: ${abbreviations[name]}.`)),
  };
}

/** States why nothing is compared; `null` if the row needs no reason. */
function describeWhyNotCompared(row: Row, answer: Answer): string | null {
  const missing = describeWhyNoDifference(row, answer);
  return missing === "" ? null : capitalise(`not compared: ${missing}.`);
}

/**
 * States the difference if all apheresed count, with the rates of the same trials: "If all apheresed count: 7 more of
 * 100 (10 fewer to 20 more). …"; `null` if no trial of the number reports both.
 */
function describeDifferenceOfAllApheresed(row: Row, answer: Answer): string | null {
  const found = makeApheresedFinding(row, answer);
  if (found === null) return null;
  const { number, infused, size, difference, assumption } = found;
  const rates = `All apheresed (${size}): ${number} of 100 ${row.phrase}, of the infused ${infused} of 100.`;
  return joinBySpaces([
    difference && `If all apheresed count: ${difference.amount} of 100 (${difference.range}).`,
    rates,
    assumption && writeSentence(assumption),
  ]);
}

/**
 * States the difference as shown: "About 21 more of 100 responded after CAR-T; it may be 1 to 33 more.", "Unclear, 37
 * fewer to 3 more of 100 had a severe infection after CAR-T; estimate 19 fewer."; `null` without a difference.
 *
 * @param isOfInfused True if the number of CAR-T counts the infused only, and another statement all apheresed.
 */
function describeShownDifference(row: Row, isOfInfused: boolean): string | null {
  const numbers = findDifferenceNumbers(row);
  if (!numbers) return null;
  const { difference, interval, includesZero } = numbers;
  const amount = formatMoreOrFewer(difference);
  const range = formatDifferenceRange(interval);
  const what = `${row.phrase} after ${nameBothClassesOrOnlyProducts(row, className)["car-t"]}`;
  const whose = isOfInfused ? "infused: " : "";
  // If the interval includes 0, the text begins with the interval, because readers remember the first number.
  if (includesZero)
    return capitalise(`${whose}unclear, ${range} of 100 ${what}; estimate ${amount}.`);
  return capitalise(`${whose}about ${amount} of 100 ${what}; it may be ${range}.`);
}

/**
 * States why the difference is another than that of the rates as shown, which readers subtract: "Not 88 − 66: the model
 * estimates the difference itself."; empty where both agree, and without a difference.
 */
function describeWhyRatesDoNotSubtract(row: Row): string {
  const numbers = findDifferenceNumbers(row);
  const rates = therapyClasses.map((group) => findGroupRateWithInterval(row, group)?.estimate);
  const [carT, bsab] = rates.map((rate) => (rate === undefined ? null : Math.round(100 * rate)));
  if (!numbers || carT == null || bsab == null || row.numberForm === "counts") return "";
  return carT - bsab === Math.round(numbers.difference)
    ? ""
    : `Not ${carT} − ${bsab}: the model estimates the difference itself, as it does each rate.`;
}

/** Returns text such as "The next CAR-T trial may show 35 to 99, the next bispecific trial 47 to 82.". */
function describePredictionIntervals(row: Row, answer: Answer): string {
  const noun = chooseStudyWord(answer.query);
  const clauses = therapyClasses.flatMap((group) => {
    const prediction = findPredictionIntervalOfClass(row, group);
    if (!prediction) return [];
    const ends = formatRateInterval(prediction).replace("–", " to ");
    return [`next ${classAdjective[group]} ${noun} may show ${ends}`];
  });
  const [first, second] = clauses;
  if (first === undefined) return "";
  return second === undefined
    ? `The ${first} of 100.`
    : `The ${first}, the ${second.replace(" may show", "")} of 100.`;
}

/**
 * States which class has a wider interval than each of its trials, which a reader does not expect of a sum: with few
 * trials it is not known how far trials differ; empty if neither has.
 */
function describeIntervalsWiderThanTrials(row: Row): string {
  const wide = listClassesWiderThanEachTrial(row);
  if (wide.length === 0) return "";
  const names = wide.map((group) => classPlural[group]).join(" and ");
  return `${capitalise(names)}: interval wider than each trial’s: few trials, and how far they differ is uncertain.`;
}

/**
 * Returns the text and sources of each line.
 *
 * @param row An outcome; `null` for the times of the treatment.
 */
export function listTimingTextsOfTrials(
  lines: readonly TimingLine[],
  row: string | null,
): TimingOfTrial[] {
  return lines.map((line) => ({
    group: line.therapyClass,
    cohort: line.cohort,
    label: line.label,
    ...makeTimingTextWithSources(line, row),
  }));
}

function makePublishedComparisonFields(
  { headToHead }: Row,
  { query }: Answer,
  { compared }: RowSupplement,
): Pick<OpenedRow, "compared" | "moreCompared"> {
  const inRow = new Set(
    headToHead.flatMap(({ studies, uncounted }) => [
      ...studies,
      ...uncounted.map(({ study }) => study),
    ]),
  );
  // Studies behind the line of the row come first, then randomised ones; otherwise the order stays.
  const rank = ({ study, design }: ComparisonTable) =>
    (inRow.has(study.id) ? 0 : 2) + (design === "randomised" ? 0 : 1);
  const tables = selectTablesOfAskedProductsElseClass(compared, query).sort(
    (a, b) => rank(a) - rank(b),
  );
  const shownTables = tables.slice(0, Math.max(mostCompared, inRow.size));
  return {
    compared: shownTables.map(makeComparisonStatement),
    moreCompared: tables.length - shownTables.length,
  };
}
