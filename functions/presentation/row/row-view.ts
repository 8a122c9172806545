/**
 * A row as every surface draws it: its name, how sure its difference is, both classes on one axis, and the
 * same in words for a screen reader. Everything is decided here; components only draw.
 */
import type { Answer, Row, RowStatus } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { statusText } from "#words/row-status.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { sentence } from "../words/sentences.ts";
import { deathsApartText } from "../statement/deaths-apart.ts";
import { differenceInShort, differenceOf } from "../statement/difference.ts";
import { isOfDeaths } from "../statement/head-to-head.ts";
import { aboveWhole, notesOfRow, otherTrials } from "../statement/notes.ts";
import { paperOf } from "../statement/published.ts";
import { detailOf } from "../statement/row-detail.ts";
import { type ClassLabels, patientsOf, type SideView, sideView } from "./side-view.ts";

export interface RowView {
  readonly outcome: string;
  readonly label: string;
  /** What its figures count, in a few words: "grade 3–4"; empty if the name says it. */
  readonly brief: string;
  /** The same at length, for the opened row. */
  readonly detail: string;
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
  /** Whether it must be seen before the numbers are believed. */
  readonly isDoubt: boolean;
}

type Asked = Pick<Answer, "query" | "selection" | "set">;

interface Shown {
  /** Names of the classes, in the first row of a screen. */
  readonly classLabels: ClassLabels;
  readonly heading: string | null;
  /** Whether any row of the screen is compared: if none is, the headline says so once. */
  readonly isAnyCompared: boolean;
}

export function rowView(row: Row, answer: Asked, shown: Shown, words: Catalogue): RowView {
  const sides = sidesOf(row, answer, shown.classLabels, words);
  const status = statusOf(row, sides, shown.isAnyCompared);
  const difference = differenceIn(row, words);
  const detail = detailOf(row, answer, words) ?? "";
  return {
    outcome: row.outcome,
    label: row.label,
    brief: briefOf(row),
    detail,
    ...(shown.heading !== null && { heading: shown.heading }),
    status,
    sides,
    ...(difference && { difference }),
    notes: notesBeside(row, answer, words),
    heard: heardOf(sides, difference, status, words),
  };
}

function sidesOf(
  row: Row,
  { selection }: Asked,
  classLabels: ClassLabels,
  { screen }: Catalogue,
): RowView["sides"] {
  const asked = therapyClasses.filter(
    (group) => row.appliesTo.includes(group) && selection.cohorts[group] > 0,
  );
  return Object.fromEntries(
    asked.map((group) => [group, sideView(group, row, classLabels, screen)]),
  );
}

/** Names that say the grade of severe harms, where all trials count the same. */
function briefOf({ grades }: Row): string {
  if (grades === null || grades.trials === 0) return "";
  if (grades.withoutDeaths === grades.trials) return "grade 3–4";
  return grades.withDeaths === grades.trials ? "grade ≥ 3" : "";
}

const doubts: ReadonlySet<RowStatus["code"]> = new Set(["unclear-in", "few"]);

/** A row of one class says how many patients it rests on, because nothing is compared. */
function statusOf(
  { status, pools }: Row,
  sides: RowView["sides"],
  isAnyCompared: boolean,
): StatusView {
  const code = status?.code ?? "not-compared";
  const [only, another] = therapyClasses.filter((group) => group in sides);
  if (only !== undefined && another === undefined) {
    const side = sides[only];
    return { code, text: side?.filled === true ? patientsOf(pools[only]) : "", isDoubt: false };
  }
  const text = status === null || !isAnyCompared ? "" : statusText(status);
  return { code, text, isDoubt: doubts.has(code) };
}

function differenceIn(row: Row, words: Catalogue): RowView["difference"] {
  const numbers = differenceOf(row);
  if (!numbers) return undefined;
  const { amount, range } = differenceInShort(numbers, row, words);
  return { amount, range };
}

/** With fewer events the rate of a model says more of the model than of the trials. */
const fewEvents = 5;

function notesBeside(row: Row, answer: Asked, words: Catalogue): string[] {
  const { screen } = words;
  const stated = notesOfRow(row, answer, words);
  const ofClasses = therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const { k, events } = pool;
    const name = screen.className[group];
    const isFew = k > 1 && events !== null && events < fewEvents;
    const texts = [
      isFew && screen.evidence.few(events),
      deathsApartText(pool, row, words),
      aboveWhole(stated, group),
      otherTrials(stated, group),
    ];
    return texts.flatMap((text) => (text ? [`${name}: ${text}`] : []));
  });
  const matched = row.headToHead
    .filter((comparison) => !isOfDeaths(comparison, row))
    .map(screen.headToHead);
  const others = [
    paperOf(row, answer, words),
    screen.outside(row.published?.outside ?? []),
    ...matched,
    row.appliesTo.length < therapyClasses.length ? (row.notFor ?? "") : "",
  ];
  return [...ofClasses, ...others.filter((text) => text !== "")].map(sentence);
}

/** "CAR-T 88 of 100, 68 to 96; bispecific 66 of 100, 58 to 75; 21 more, 1 to 33; unclear in 4 of 5 checks." */
function heardOf(
  sides: RowView["sides"],
  difference: RowView["difference"],
  status: StatusView,
  { screen }: Catalogue,
): string {
  const numbers = therapyClasses.flatMap((group) => {
    const side = sides[group];
    if (side === undefined) return [];
    const name = screen.className[group];
    if (side === null) return [`${name} not reported`];
    const of = side.name === null ? name : `${name} (${side.name})`;
    const { other } = side;
    return [`${of} ${side.heard}`, ...(other ? [`${other.name} ${other.heard}`] : [])];
  });
  const fitted = difference ? [`${difference.amount}, ${difference.range}`] : [];
  return sentence([...numbers, ...fitted, status.text].filter((text) => text !== "").join("; "));
}

/** The rows of an answer under their headings; those of which no trial reports anything stand apart. */
export function rowViews(answer: Answer, words: Catalogue): RowView[] {
  const rows = answer.outcomes.filter((row) => !isUnreported(row));
  const headings = headingsOf(rows);
  const isAnyCompared = rows.some(({ contrasts: [contrast] }) => contrast?.status === "ok");
  return rows.map((row, index) =>
    rowView(
      row,
      answer,
      {
        classLabels: index === 0 ? words.screen.className : null,
        heading: headings[index] ?? null,
        isAnyCompared,
      },
      words,
    ),
  );
}

/** A heading stands above the first row of its kind; benefits, which come first, need none. */
function headingsOf(rows: readonly Row[]): (string | null)[] {
  const kinds = rows.map(({ direction }) => (direction === "harm" ? "Harms" : ""));
  return kinds.map((kind, index) => (kind === (kinds[index - 1] ?? "") ? null : kind));
}

export function isUnreported({ status }: Pick<Row, "status">): boolean {
  return status?.code === "not-reported";
}
