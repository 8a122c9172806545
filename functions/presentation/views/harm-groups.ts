/**
 * Groups the rows of all harms: the first row of each group is drawn, and the others are folded under a line that names
 * them, with a table of how soon the harms of the group began and how long they lasted.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { TimingLine } from "#core/evidence/timing-lines.ts";
import { normaliseTimingStart } from "#data/cited-times.ts";
import { harmGroups, type TherapyClass } from "#data/vocabulary.ts";
import { findDifferenceNumbers } from "../row/difference.ts";
import { describeAbbreviations } from "../row/key.ts";
import { nameWholeTrial } from "../row/names.ts";
import { listUnreportedRows, type NamedGap, type RowView } from "../row/row-view.ts";
import { className, unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameProductWithRegimen } from "../words/product-name.ts";
import { formatRangeWithDash, makeDifferenceTexts } from "../words/rates.ts";
import { joinByCommas, joinBySemicolons, uncapitalise } from "../words/sentences.ts";

export interface HarmGroup {
  readonly heading: string;
  /** Lists the outcomes of its rows; the first one is drawn, the others are folded. */
  readonly outcomes: readonly string[];
  /** True if the fold is open at first, because the question names its harms. */
  readonly isOpen: boolean;
  /** Names what is folded, each harm once, as in "any CRS", "ICANS", "onset, duration". */
  readonly folded: readonly FoldedName[];
  /** Lists the outcomes of the group that no trial reports. */
  readonly unreported: readonly NamedGap[];
  /** Explains the abbreviations of its rows; absent without any. */
  readonly legend?: string;
  /** Holds how soon and how long; absent if no trial reports it. */
  readonly times?: TimesOfHarms;
}

interface FoldedName {
  readonly name: string;
  /**
   * States the difference, as in "30 more of 100 (4–56)"; absent unless there is one. A small screen leaves it to the
   * row, because it was read as a number of rows.
   */
  readonly difference?: string;
}

export interface TimesOfHarms {
  readonly harms: readonly { readonly name: string; readonly lines: readonly TimesOfTrial[] }[];
  /** Explains the signs at the starts: "* after the most recent dose". */
  readonly starts: string;
}

export interface TimesOfTrial {
  readonly group: TherapyClass;
  readonly cohort: string;
  readonly drug: string;
  /** States the median day on which it began, with the sign of its start; "not reported" without one. */
  readonly starts: string;
  /** States the median of how many days it lasted; "not reported" without one. */
  readonly lasts: string;
  /** Names the trial with its number of patients, of whom not all had the harm. */
  readonly ofWhom: string;
  /** States how the source defines the patients or the time; empty if it does not. */
  readonly beneath: string;
}

/** Lists the printed times of a harm in the trials of the answer. */
export type TimesOfOutcome = (outcome: string) => readonly TimingLine[];

const headings: Readonly<Record<(typeof harmGroups)[number], string>> = {
  "first-weeks": "First weeks",
  infection: "Infection",
  "blood-counts": "Blood counts",
  "mouth-skin": "Mouth, skin and weight",
  late: "Late, or as long as treated",
  deaths: "Deaths, not from myeloma",
};

export function isQuestionAboutAllHarms({ outcome }: Pick<Answer["query"], "outcome">): boolean {
  return outcome.includes("toxicity");
}

/**
 * Groups the rows of an answer that has only harms. A group without a row is left out.
 *
 * @param rows The rows as they are drawn, in the order of the answer, which is that of the groups.
 */
export function makeHarmGroups(
  answer: Answer,
  rows: readonly RowView[],
  timesOf: TimesOfOutcome,
): HarmGroup[] {
  return harmGroups.flatMap((group) => {
    const ofGroup = answer.outcomes.filter(({ harmGroup }) => harmGroup === group);
    const drawn = ofGroup.flatMap((row) => {
      const view = rows.find(({ outcome }) => outcome === row.outcome);
      return view ? { row, view } : [];
    });
    const [lead, ...others] = drawn;
    if (lead === undefined) return [];
    const times = makeTimesOfHarms(ofGroup, timesOf);
    const legend = describeAbbreviations(drawn.map(({ view }) => view));
    return {
      heading: headings[group],
      outcomes: drawn.map(({ view }) => view.outcome),
      isOpen: !isQuestionAboutAllHarms(answer.query),
      folded: [
        ...listFoldedHarmNames(lead, others),
        ...(times ? [{ name: nameColumnsOfTimes(times) }] : []),
      ],
      unreported: listUnreportedRows(ofGroup, answer),
      ...(legend && { legend }),
      ...(times && { times }),
    };
  });
}

interface DrawnRow {
  readonly row: Row;
  readonly view: RowView;
}

/**
 * Names the folded rows, without those that are part of another folded row. A harm whose severe part leads the group is
 * named with "any", as in "any CRS".
 */
function listFoldedHarmNames(lead: DrawnRow, rows: readonly DrawnRow[]): FoldedName[] {
  const whole = ({ row: { partOf } }: DrawnRow) =>
    rows.some(({ row: { outcome } }) => outcome === partOf);
  return rows
    .filter((drawn) => !whole(drawn))
    .map(({ row, view }) => {
      const isPart = row.partOf === lead.row.outcome;
      const name = uncapitalise(isPart ? view.label : view.label.replace(/^Severe /, ""));
      const difference = describeFoldedDifference(row, view);
      return {
        name: row.outcome === lead.row.partOf ? `any ${name}` : name,
        ...(difference && { difference }),
      };
    });
}

/** Returns text such as "CAR-T 30 more of 100 (4–56)"; empty without a difference clear of 0. */
function describeFoldedDifference(row: Row, { status }: RowView): string {
  const numbers = findDifferenceNumbers(row);
  if (numbers === null || numbers.includesZero) return "";
  const { amount, range } = makeDifferenceTexts(numbers.difference, numbers.interval);
  return joinByCommas([
    `${className["car-t"]} ${amount} of 100 (${formatRangeWithDash(range)})`,
    status.text,
  ]);
}

function nameColumnsOfTimes({ harms }: TimesOfHarms): string {
  const hasDuration = harms.some(({ lines }) => lines.some(({ lasts }) => lasts !== unreported));
  return hasDuration ? "onset, duration" : "onset";
}

const signs = ["*", "†", "‡", "§"] as const;

function makeTimesOfHarms(rows: readonly Row[], timesOf: TimesOfOutcome): TimesOfHarms | null {
  const found = rows
    .map((row) => ({
      row,
      lines: timesOf(row.outcome).filter((line) =>
        shownTimes.some((what) => findShownHarmTime(line, what, row.outcome)),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
  if (found.length === 0) return null;
  const all = found.flatMap(({ row, lines }) =>
    lines.flatMap((line) => findShownHarmTime(line, "onset", row.outcome) ?? []),
  );
  const starts = [...new Set(all.map(normaliseTimingStart))].filter((start) => start !== null);
  const isUnknown = all.some((time) => normaliseTimingStart(time) === null);
  const signOf = (time: Time) => {
    const start = normaliseTimingStart(time);
    return start === null ? "" : (signs[starts.indexOf(start)] ?? "");
  };
  return {
    harms: found.map(({ row, lines }) => ({
      name: row.label,
      lines: lines.map((line) => makeHarmTimesOfTrial(line, row.outcome, signOf)),
    })),
    starts: joinBySemicolons([
      ...starts.map((start, index) => `${signs[index] ?? ""} after ${start}`),
      isUnknown &&
        (starts.length > 0 ? `no sign: from when ${unreported}` : `from when: ${unreported}`),
    ]),
  };
}

type Time = TimingLine["times"][number];

const shownTimes = ["onset", "duration"] as const;

/**
 * Returns the time of this kind that a trial reports for a harm and that is certain enough to be shown; `undefined` if
 * there is none.
 */
export function findShownHarmTime(
  { times }: TimingLine,
  what: Time["what"],
  outcome: string,
): Time | undefined {
  return times.find((time) => time.what === what && time.outcome === outcome && !time.hold);
}

function makeHarmTimesOfTrial(
  line: TimingLine,
  outcome: string,
  signOf: (time: Time) => string,
): TimesOfTrial {
  const onset = findShownHarmTime(line, "onset", outcome);
  const duration = findShownHarmTime(line, "duration", outcome);
  const { therapyClass, cohort, product, regimen, label, n } = line;
  return {
    group: therapyClass,
    cohort,
    drug: nameProductWithRegimen(product, regimen),
    starts: onset ? `${formatMedianWithUnitUnlessDays(onset)}${signOf(onset)}` : unreported,
    lasts: duration ? formatMedianWithUnitUnlessDays(duration) : unreported,
    ofWhom: joinByCommas([nameWholeTrial(label), `n ${n ?? unreported}`]),
    beneath: joinBySemicolons([
      onset?.definition && `starts: ${onset.definition}`,
      duration?.definition && `lasts: ${duration.definition}`,
    ]),
  };
}

/** Writes a median in days without its unit, which the heading of the column has; any other with its unit. */
function formatMedianWithUnitUnlessDays({ median, unit }: Time): string {
  if (unit === "days") return formatPlainNumber(median);
  return `${formatPlainNumber(median)} ${unit === "hours" ? "h" : unit}`;
}
