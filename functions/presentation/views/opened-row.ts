/**
 * Makes a row with everything behind it: both classes, the difference and its caveats, its analyses as a forest against
 * 0, drugs, trials with their sources, times and published results. A report has these parts of every row; the panel of
 * the element also has deeper response and comparisons by others. All of it is text and positions on an axis, so the
 * components that draw it decide nothing.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { InfluentialTrial } from "#core/answer/influential-trials.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import { likeTimes, type TimingLine } from "#core/evidence/timing.ts";
import { type ComparisonTable, relevantTables } from "#core/others/adjusted-comparisons.ts";
import { familyOf } from "#data/landmarks.ts";
import type { CitedTiming } from "#data/timing.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type AnalysesView, makeAnalysesView } from "../row/analyses-view.ts";
import { type ClassTable, classTables } from "../row/class-tables.ts";
import { differenceOf, followUpsText } from "../row/difference.ts";
import { type DrugView, drugsView } from "../row/drugs-view.ts";
import { followUpsOf, predictionIn, trialsIn } from "../row/figures.ts";
import { type ComparedStatement, comparedStatement } from "../row/head-to-head.ts";
import { intentionToTreatText } from "../row/intention-to-treat.ts";
import { type RulerView, rulerView } from "../row/medians-view.ts";
import { missingInRow } from "../row/missing.ts";
import { type NotPooledTexts, notPooledOf } from "../row/not-pooled.ts";
import { firstNote, notesOfRow, type PlacedNote } from "../row/notes.ts";
import { namesInRow } from "../row/products.ts";
import { type PublishedView, publishedOf } from "../row/published.ts";
import type { RandomisedTable } from "../row/randomised-table.ts";
import { byItself, isUnreported, type RowView, rowView } from "../row/row-view.ts";
import { singleRow } from "../row/side.ts";
import { statisticsOf } from "../row/statistics.ts";
import { type TimingSource, timesWithSources, timingInRow } from "../row/timing.ts";
import { abbreviations, abbreviationsIn } from "../words/abbreviations.ts";
import { classAdjective, className } from "../words/class-names.ts";
import type { Copy } from "../words/copied.ts";
import { plain } from "../words/numbers.ts";
import { productName } from "../words/product-name.ts";
import { differenceRange, endsOf100, signedDifference } from "../words/rates.ts";
import { capitalised, sentence, uncapitalised, withSpaces } from "../words/sentences.ts";
import { studyWordOf } from "../words/study-word.ts";
import { unitOf } from "../words/timing.ts";

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
  /** Lists the notes that the head does not state. */
  readonly notes: readonly Pick<PlacedNote, "place" | "text">[];
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
  /** Under response, lists how deep responses were, and who received the infusion. */
  readonly behind: readonly RowsBehind[];
  /** Holds the row as a line for a note, with `linkPlaceholder` in place of its address. */
  readonly copied: Copy;
  /** Lists published comparisons. */
  readonly compared: readonly ComparedStatement[];
  /** Counts the further comparisons, which the report lists. */
  readonly moreCompared: number;
}

interface RowsBehind {
  readonly heading: string;
  /** States the rows in one line, under which they are folded; `null` if they stand open. */
  readonly inShort: string | null;
  readonly rows: readonly RowView[];
  /**
   * Lists times from cell collection to infusion; `null` for outcomes of both classes, and if no trial reports them.
   */
  readonly waiting: {
    /**
     * States the medians in short, as in "Median days to infusion: trials ide-cel 49; practice ide-cel 66, cilta-cel
     * 74".
     */
    readonly text: string;
    readonly lines: readonly TimingOfTrial[];
  } | null;
}

export interface TimingOfTrial extends Pick<TimingLine, "cohort" | "label"> {
  readonly group: TherapyClass;
  readonly text: string;
  readonly sources: readonly TimingSource[];
}

/** Holds data of the parts of a row that are not part of the answer. */
export interface PartsSupplement {
  /** States the difference without each trial in turn; `null` without a difference, or if it was not computed. */
  readonly leaveOneOut: LeaveOneOut | null;
  /** Lists the trials that explain why a rate differs from published pools. */
  readonly influentialTrials: readonly InfluentialTrial[];
  readonly timing: readonly TimingLine[];
  /** Draws the outcome in both arms of randomised trials. */
  readonly randomised: readonly RandomisedTable[];
}

/** Holds data of an opened row that are not part of the answer. */
interface RowSupplement extends PartsSupplement {
  /** Answers the same question about the outcomes that stand behind response; `null` for any other row. */
  readonly behind: Answer | null;
  /** Lists times of the treatment in all trials; empty for any row but response. */
  readonly waiting: readonly TimingLine[];
  readonly compared: readonly ComparisonTable[];
  readonly copied: Copy;
}

export interface RowHead {
  readonly view: RowView;
  /** States the difference, as in "About 21 more of 100 responded after CAR-T;", or why nothing is compared. */
  readonly lead: string;
  /** States the interval, as in "it may be 1 to 33 more."; empty without a difference. */
  readonly range: string;
  /** States the prediction interval of each class in words; empty with fewer than three trials. */
  readonly next: string;
  /** Holds the note that could change the reading most, such as one trial that decides; empty without one. */
  readonly asides: readonly string[];
  /** Explains abbreviations, and states how long patients were followed if events accumulate over time. */
  readonly beneath: string;
}

export function openedRowOf(row: Row, answer: Answer, supplement: RowSupplement): OpenedRow {
  const parts = rowParts(row, answer, supplement, mostSilent);
  return {
    answerVersion: answer.answerVersion,
    ...parts,
    behind: rowsBehind(answer, supplement, parts.drugs),
    copied: supplement.copied,
    ...comparedIn(row, answer, supplement),
  };
}

/**
 * Makes the parts of a row.
 *
 * @param mostNamed If more trials than this have no figure, they are only counted; if absent, all are named.
 */
export function rowParts(
  row: Row,
  answer: Answer,
  { leaveOneOut, influentialTrials, timing, randomised }: PartsSupplement,
  mostNamed?: number,
): RowParts {
  const notes = notesOfRow(row, answer);
  const first = firstNote(notes);
  const tables = classTables(row, answer);
  const lines = tables.flatMap(({ trials }) => trials);
  return {
    outcome: row.outcome,
    head: rowHead(row, answer, first),
    analyses: makeAnalysesView(row, leaveOneOut),
    tables,
    notPooled: notPooledOf(row, new Set(lines.map(({ cohort }) => cohort)), mostNamed),
    notes: notes.filter((note) => note !== first).map(({ place, text }) => ({ place, text })),
    computed: [intentionToTreatText(row, answer), ...statisticsOf(row)].filter(
      (text) => text !== "",
    ),
    published: publishedOf(row, influentialTrials),
    randomised,
    drugs: drugsView(row),
    // Survival at a month has medians instead.
    timing:
      familyOf(row.outcome) === null
        ? timingInRow(timing, row).flatMap(({ lines }) => timesOf(lines, row.outcome))
        : [],
    trials: trialsIn(row),
    ruler: rulerView(row),
  };
}

/** Returns both classes with their difference in a sentence, and its caveats. */
function rowHead(row: Row, answer: Answer, first: PlacedNote | undefined): RowHead {
  const view = rowView(row, answer, byItself);
  // The note on one infusion against continuous therapy already ends with the follow-ups.
  const followUps = first?.code === "follow-up" ? null : followUpsOf(row);
  const missing = missingInRow(row, answer);
  // The abbreviations in the name of the row are spelled out for readers who cannot point at them.
  const names = abbreviationsIn([row.label, view.detail].join(" "));
  return {
    view,
    ...(differenceSentence(row) ?? {
      lead: missing && capitalised(`not compared: ${missing}.`),
      range: "",
    }),
    next: nextTrials(row, answer),
    asides: first ? [first.text] : [],
    beneath: withSpaces([
      ...names.map((name) => `${name}: ${abbreviations[name]}.`),
      followUps && sentence(`follow-up ${followUpsText(...followUps)}`),
    ]),
  };
}

/**
 * Returns text such as "About 21 more of 100 responded after CAR-T; it may be 1 to 33 more."; `undefined`
 * without a difference.
 */
function differenceSentence(row: Row): Pick<RowHead, "lead" | "range"> | undefined {
  const numbers = differenceOf(row);
  if (!numbers) return undefined;

  const { difference, interval, includesZero } = numbers;
  const amount = signedDifference(difference);
  const after = namesInRow(row, className)["car-t"];
  return {
    lead: `About ${amount} of 100 ${row.phrase} after ${after};`,
    range: `it may be ${differenceRange(interval)}${includesZero ? ": unclear" : ""}.`,
  };
}

/** Returns text such as "The next CAR-T trial may show 35 to 99, the next bispecific trial 47 to 82.". */
function nextTrials(row: Row, answer: Answer): string {
  const noun = studyWordOf(answer.query);
  const clauses = therapyClasses.flatMap((group) => {
    const prediction = predictionIn(row, group);
    if (!prediction) return [];
    const ends = endsOf100(prediction).replace("–", " to ");
    return [`next ${classAdjective[group]} ${noun} may show ${ends}`];
  });
  const [first, second] = clauses;
  if (first === undefined) return "";
  return second === undefined
    ? `The ${first} of 100.`
    : `The ${first}, the ${second.replace(" may show", "")} of 100.`;
}

/** Lists outcomes of both classes, then outcomes that only CAR-T has, because its cells must be made first. */
function rowsBehind(
  answer: Answer,
  { behind, waiting }: Pick<RowSupplement, "behind" | "waiting">,
  drugs: readonly DrugView[],
): RowsBehind[] {
  const reported = behind?.outcomes.filter((row) => !isUnreported(row)) ?? [];
  const isOfBoth = ({ appliesTo }: Row) => appliesTo.length === therapyClasses.length;
  const placing = { ...byItself, naming: { ...singleRow, isFirst: false } };
  return [
    {
      heading: "More on response",
      rows: reported.filter(isOfBoth),
      isFolded: false,
      waiting: null,
    },
    {
      heading: "Before the infusion",
      rows: reported.filter((row) => !isOfBoth(row)),
      isFolded: true,
      waiting: waitingIn(waiting, drugs),
    },
  ].flatMap(({ heading, rows, isFolded, waiting }) => {
    // The notes of these rows stand in their own opened rows.
    const views = rows.map((row) => ({ ...rowView(row, answer, placing), notes: [] }));
    const inShort = isFolded ? rowsInShort(heading, views) : null;
    return rows.length === 0 ? [] : { heading, inShort, rows: views, waiting };
  });
}

/** Returns text such as "Before the infusion, of 100: bridging therapy 81, manufacturing failure <1". */
function rowsInShort(heading: string, rows: readonly RowView[]): string {
  const numbers = rows.flatMap(({ label, sides }) => {
    const number = sides?.["car-t"]?.number;
    return number ? `${uncapitalised(label)} ${number}` : [];
  });
  return numbers.length === 0 ? heading : `${heading}, of 100: ${numbers.join(", ")}`;
}

/** Returns times from cell collection to infusion; `null` if no trial reports them. */
function waitingIn(
  lines: readonly TimingLine[],
  drugs: readonly DrugView[],
): RowsBehind["waiting"] {
  // A waiting time belongs to the drug, so any trial of a drug in the row counts.
  const ofDrugs = lines.filter((line) => drugs.some(({ product }) => product === line.product));
  // Times from trials and from practice are not comparable, so each kind has its own clause.
  const kinds = likeTimes(ofDrugs, "apheresis-to-infusion", null).map(({ evidence, times }) => {
    const medians = times.map(({ line, time }) => `${productName(line.product)} ${inUnit(time)}`);
    return `${evidence === "trial" ? "trials" : "practice"} ${medians.join(", ")}`;
  });
  if (kinds.length === 0) return null;
  return {
    text: `Median days to infusion: ${kinds.join("; ")}`,
    lines: timesOf(ofDrugs, null),
  };
}

/** Returns a median time; days are the default unit and are not named. */
function inUnit({ median, unit }: Pick<CitedTiming, "median" | "unit">): string {
  return unit === "days" ? plain(median) : `${plain(median)} ${unitOf(median, unit)}`;
}

/**
 * Returns the text and sources of each line.
 *
 * @param row An outcome; `null` for the times of the treatment.
 */
export function timesOf(lines: readonly TimingLine[], row: string | null): TimingOfTrial[] {
  return lines.map((line) => ({
    group: line.therapyClass,
    cohort: line.cohort,
    label: line.label,
    ...timesWithSources(line, row),
  }));
}

function comparedIn(
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
  const tables = relevantTables(compared, query).sort((a, b) => rank(a) - rank(b));
  const shownTables = tables.slice(0, Math.max(mostCompared, inRow.size));
  return {
    compared: shownTables.map(comparedStatement),
    moreCompared: tables.length - shownTables.length,
  };
}
