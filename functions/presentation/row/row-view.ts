/**
 * A row as every surface draws it: its name, how sure its difference is, both classes on one axis, and the
 * same in words for a screen reader. Everything is decided here; components only draw.
 */

import type { Answer, Row, RowStatus } from "#core/answer/answer.ts";
import { evidenceOf } from "#core/answer/evidence.ts";
import type { OnsetRange } from "#core/evidence/timing.ts";
import { harmGroups, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { classAdjective, className } from "../words/class-names.ts";
import { differenceWords } from "../words/rates.ts";
import { statusText } from "../words/row-status.ts";
import { joinedClauses, sentence } from "../words/sentences.ts";
import { type MonthsAbove, rowsBelow } from "./arms-above.ts";
import { differenceOf, followUpsText, knownMonths } from "./difference.ts";
import { followUpOf, followUpsOf, isCompared, isSilent } from "./figures.ts";
import { headToHeadText, isOfDeaths } from "./head-to-head.ts";
import { notesOfRow, remarksOf } from "./notes.ts";
import { namesHeld } from "./products.ts";
import { outsideText, paperOf } from "./published.ts";
import { aboveRows, isLed } from "./randomised-trials.ts";
import { detailOf } from "./row-name.ts";
import { type Naming, patientsOf, sideAbove, sideOf, singleRow } from "./side.ts";
import type { SideInWords, SideView } from "./side-view.ts";
import { onsetText } from "./timing.ts";

export interface RowView {
  readonly outcome: string;
  readonly label: string;
  /** What its figures count, in a few words: "grade 3–4", "any grade"; absent if the name or the key says it. */
  readonly brief?: string;
  /** The same at length, for the opened row; absent if the name says it. */
  readonly detail?: string;
  /** The heading that stands above it, if one begins here. */
  readonly heading?: string;
  readonly status: StatusView;
  /** `null`: no trial reports it; absent: the question has no trial of the class, or it cannot have the outcome. */
  readonly sides: Readonly<Partial<Record<TherapyClass, SideView | null>>>;
  /** Per 100 patients, as fitted; absent without one. */
  readonly difference?: { readonly amount: string; readonly range: string };
  /** What must be said beside the numbers, each a short sentence. */
  readonly notes: readonly string[];
  /** What a screen reader says of the row after its name. */
  readonly heard: string;
}

export interface StatusView extends Pick<RowStatus, "code"> {
  readonly text: string;
  /** Set if it must be seen before the numbers are believed. */
  readonly isDoubt?: true;
}

type Asked = Pick<Answer, "query" | "selection" | "set">;

/** How a row stands among others. */
export interface Placing {
  readonly naming: Naming;
  readonly heading: string | null;
  /** Classes of which a randomised trial above has everything, each with the months at which it does. */
  readonly above: MonthsAbove;
  /** How soon its harm began and how long patients were followed; none where times are said elsewhere. */
  readonly times: readonly string[];
  /** Whether it says that it is not compared; not where the headline says so once of all rows. */
  readonly isEachSaid: boolean;
  /** Whether the key below the rows says which grades severe harms count. */
  readonly isGradeSaid: boolean;
}

/** How a row stands by itself, as in its opened view: with the names of both classes, and with everything it has. */
export const byItself: Placing = {
  naming: singleRow,
  heading: null,
  above: new Map(),
  times: [],
  isEachSaid: true,
  isGradeSaid: false,
};

export function rowView(row: Row, answer: Asked, placing: Placing): RowView {
  const inWords = sidesInWords(row, answer, placing);
  const sides: RowView["sides"] = Object.fromEntries(
    [...inWords].map(([group, of]) => [group, of?.side ?? null]),
  );
  const status = statusOf(row, sides, placing.isEachSaid);
  const numbers = differenceOf(row);
  const difference = numbers && differenceWords(numbers.difference, numbers.interval);
  const brief = briefOf(row, placing);
  const detail = detailOf(row, answer);
  return {
    outcome: row.outcome,
    label: row.label,
    ...(brief && { brief }),
    ...(detail && { detail }),
    ...(placing.heading !== null && { heading: placing.heading }),
    status,
    sides,
    ...(difference && { difference }),
    notes: [...placing.times, ...notesBeside(row, answer)],
    heard: heardOf(inWords, difference, status),
  };
}

/** By class; `null` where no trial reports the outcome. A class that cannot have it has no entry. */
type SidesInWords = ReadonlyMap<TherapyClass, SideInWords | null>;

/** The sides of a row with their words. */
export function sidesInWords(
  row: Row,
  { selection }: Asked,
  { naming, above }: Pick<Placing, "naming" | "above">,
): SidesInWords {
  const groups = therapyClasses.filter(
    (group) => row.appliesTo.includes(group) && selection.cohorts[group] > 0,
  );
  return new Map(
    groups.map((group) => {
      const months = above.get(group);
      return [group, months ? sideAbove(months) : sideOf(group, row, naming)];
    }),
  );
}

/** As outcomes have it that count all grades. */
const anyGrade = "any grade";

function briefOf(row: Row, { isGradeSaid }: Placing): string | null {
  const grades = gradesCounted(row);
  if (grades.length === 0) return row.detail === anyGrade ? anyGrade : null;
  return isGradeSaid ? null : `grade ${grades.join(" or ")}`;
}

/** Grades that trials of a severe harm count: without deaths, with them, or some trials so and others not or not reported. */
function gradesCounted({ grades }: Pick<Row, "grades">): string[] {
  if (grades === null || grades.trials === 0) return [];
  if (grades.withoutDeaths === grades.trials) return ["3–4"];
  return grades.withDeaths === grades.trials ? ["≥ 3"] : ["3–4", "≥ 3"];
}

const doubts: ReadonlySet<RowStatus["code"]> = new Set(["unclear-in", "few"]);

/** A row of one class says how many patients it rests on, because nothing is compared. */
function statusOf(
  { status, pools, shownAs }: Row,
  sides: RowView["sides"],
  isEachSaid: boolean,
): StatusView {
  const code = status?.code ?? "not-compared";
  const [only, another] = therapyClasses.filter((group) => group in sides);
  if (only !== undefined && another === undefined) {
    const side = sides[only];
    const hasNumber = side?.filled === true || (shownAs === "counts" && pools[only].k > 0);
    return { code, text: hasNumber ? patientsOf(pools[only]) : "" };
  }
  // What stands by drug shows its drugs.
  const isSaid = status !== null && isEachSaid && code !== "by-drug";
  const text = isSaid ? statusText(status) : "";
  return { code, text, ...(doubts.has(code) && { isDoubt: true }) };
}

function notesBeside(row: Row, answer: Asked): string[] {
  const stated = notesOfRow(row, answer);
  const ofClasses = therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const name = className[group];
    return remarksOf(group, pool, row, stated).map((text) => `${name}: ${text}`);
  });
  const matched = row.headToHead
    .filter((comparison) => !isOfDeaths(comparison, row))
    .map(headToHeadText);
  const others = [
    paperOf(row, answer),
    outsideText(row.published?.outside ?? []),
    ...matched,
    row.appliesTo.length < therapyClasses.length ? (row.notFor ?? "") : "",
  ];
  return [...ofClasses, ...others.filter((text) => text !== "")].map(sentence);
}

/** "CAR-T 88 of 100, 68 to 96; bispecific 66, 58 to 75; 21 more, 1 to 33; unclear in 4 of 5 checks." */
function heardOf(
  sides: SidesInWords,
  difference: RowView["difference"] | null,
  status: StatusView,
): string {
  let unit = " of 100";
  const numbers = [...sides].map(([group, of]) => {
    const name = classAdjective[group];
    if (of === null) return `${name} not reported`;
    const { name: holds, heard } = of;
    const text = heard(unit);
    // The first rate of a row has the unit.
    if (text !== heard("")) unit = "";
    return `${holds === null ? name : `${name} (${holds})`} ${text}`;
  });
  const fitted = difference ? [`${difference.amount}, ${difference.range}`] : [];
  return sentence(joinedClauses([...numbers, ...fitted, status.text]));
}

/** Onset of a harm in the trials of the answer. */
export type OnsetOf = (outcome: string) => readonly OnsetRange[];

/**
 * The rows of an answer under their headings; those of which no trial reports anything stand apart. Where all
 * are harms, they stand by the time at which they come, with how soon they begin.
 *
 * @param isSaidAbove Whether the headline says it where no row is compared
 */
export function rowViews(answer: Answer, onsetOf: OnsetOf, isSaidAbove = true): RowView[] {
  const below = rowsBelow(answer.outcomes, aboveRows(answer));
  const rows = below.map(({ row }) => row).filter((row) => !isUnreported(row));
  const isOfHarms = rows.every(({ harmGroup }) => harmGroup !== null);
  const inOrder = byPeriod(rows);
  // Benefits, which come first, need no heading.
  const kindOf = ({ direction }: Row) => (direction === "harm" ? "Harms" : "");
  const headings = inOrder.map((row) =>
    isOfHarms && row.harmGroup !== null ? periods[row.harmGroup] : kindOf(row),
  );
  const onScreen = namesOnScreen(inOrder);
  const isEachSaid = !isSaidAbove || rows.some(isCompared);
  const isLong = isOfHarms || isLed(answer);
  return inOrder.map((row, index) => {
    const heading = headings[index] ?? "";
    const isUnderHeading = heading !== (headings[index - 1] ?? "");
    const placing = {
      // On a long screen the classes are named again under each heading.
      naming: { onScreen, isFirst: index === 0 || (isLong && isUnderHeading) },
      above: below.find((one) => one.row === row)?.above ?? new Map(),
      heading: isUnderHeading ? heading : null,
      times: isOfHarms ? timesOf(row, onsetOf) : [],
      isEachSaid,
      isGradeSaid: !isOfHarms,
    };
    return rowView(row, answer, placing);
  });
}

function timesOf(row: Row, onsetOf: OnsetOf): string[] {
  return [onsetText(onsetOf(row.outcome)), followUpText(row)].filter((text) => text !== "");
}

/** "Follow-up CAR-T 18 months, bispecific 14 months."; of an outcome that accumulates, else empty. */
function followUpText(row: Row): string {
  const both = followUpsOf(row);
  if (both) return sentence(`follow-up ${followUpsText(...both)}`);
  const [only] = therapyClasses.map((group) => row.pools[group]).filter(({ k }) => k > 0);
  return row.timeDependent && only ? sentence(`follow-up ${knownMonths(followUpOf(only))}`) : "";
}

const periods = {
  "first-weeks": "First weeks",
  infection: "Infection",
  "blood-counts": "Blood counts",
  "mouth-skin": "Mouth, skin and weight",
  late: "Late, or as long as treated",
} as const;

/** Harms alone stand by the time at which they come. */
export function byPeriod<G extends string>(rows: readonly Row<G>[]): readonly Row<G>[] {
  if (rows.some(({ harmGroup }) => harmGroup === null)) return rows;
  return harmGroups.flatMap((group) => rows.filter(({ harmGroup }) => harmGroup === group));
}

/** The only drug of a class, if all rows with a number have the same one; else the class. */
function namesOnScreen(rows: readonly Row[]): Naming["onScreen"] {
  const nameOf = (group: TherapyClass) => {
    const names = new Set(
      rows
        .map(({ pools }) => pools[group])
        .filter(({ k }) => k > 0)
        .map((pool) => namesHeld(pool)),
    );
    const [only] = names;
    return names.size === 1 && only ? only : className[group];
  };
  return { "car-t": nameOf("car-t"), bsab: nameOf("bsab") };
}

/** Whether no trial reports anything, or none of the only class that can have the outcome. */
export function isUnreported({ status, appliesTo, pools }: Row): boolean {
  if (status?.code !== "not-for") return status?.code === "not-reported";
  return appliesTo.every(
    (group) => evidenceOf(pools[group]).length === 0 && isSilent(pools[group]),
  );
}
