/**
 * Says where each fact stands on each surface: one line a fact, one column a surface, and in a cell the places in their
 * order. A surface says a fact once, in the first of these places that the answer has; an empty cell leaves it out. No
 * view asks another what it says. Of the summary of findings only the reasons for the certainty are placed by its column:
 * the rest is a table of fixed cells. The guide for contributors prints these tables.
 */
import type { NoteCode } from "#core/answer/note-values.ts";
import type { AnswerNoteCode, RowNoteCode } from "#core/answer/notes.ts";

/** Names the places of each surface: of an answer, then of a row. */
interface Places {
  screen: "box" | "doubt" | "headline" | "label" | "limits" | "offer" | "question" | "therapy";
  drugs: "absent" | "box" | "drug" | "limits" | "therapy";
  report: "box" | "doubt" | "headline" | "label" | "labels" | "limits" | "offer" | "therapy";
  groups: "absent" | "limits";
  copy: "end" | "kinds" | "scope";
  row:
    | "carried"
    | "followed"
    | "harm"
    | "key"
    | "months"
    | "name"
    | "notes"
    | "rates"
    | "side"
    | "status"
    | "verdict"
    | "why"
    | "wide";
  opened:
    | "aside"
    | "carried"
    | "name"
    | "products"
    | "remarks"
    | "side"
    | "statement"
    | "sure"
    | "trials";
  finding: "below" | "detail" | "difference" | Domain | "side";
  drug: "line";
  group: "line" | "notes";
}

/** Names the domains of GRADE, by which the reasons for the certainty of a row are sorted. */
export type Domain = "design" | "imprecision" | "missing" | "patients" | "spread";

export type Surface = keyof Places;
export type Place = Places[Surface];

type Several<P extends string> = P | `${P} ${P}` | `${P} ${P} ${P}`;

type Line<Columns extends readonly Surface[]> = {
  readonly [At in keyof Columns]: "" | Several<Places[Columns[At]]>;
};

const ofAnswer = ["screen", "drugs", "report", "groups", "copy"] as const;

const limit = ["limits", "limits", "limits", "limits", ""] as const;

const answerFacts = {
  "patients-apart": ["doubt", "limits", "doubt", "limits", "end"],
  "patients-counted": limit,
  "earlier-therapy": ["therapy limits", "therapy limits", "therapy limits", "limits", "kinds"],
  "earlier-therapy-elsewhere": limit,
  "dose-finding": limit,
  question: limit,
  "labels-in-part": ["box limits", "box limits", "box labels", "limits", "scope"],
  "labelled-without-trial": ["headline", "limits", "headline", "limits", "scope"],
  "no-label": ["offer box limits", "box limits", "offer box labels", "limits", "scope"],
  "counted-without-label": limit,
  "label-from-line": ["question box limits", "drug", "labels", "limits", "scope"],
  "label-condition": ["label", "drug", "label", "limits", "scope"],
  "left-out-for-label": ["offer limits", "absent", "offer limits", "absent limits", ""],
  "sold-elsewhere": ["limits", "absent", "limits", "absent limits", ""],
  "lines-unknown": limit,
  "early-after-three": limit,
  "after-kinds": ["therapy limits", "therapy limits", "therapy limits", "limits", "kinds"],
} as const satisfies Record<AnswerNoteCode, Line<typeof ofAnswer>>;

const ofRow = ["row", "opened", "finding", "drug", "group"] as const;

const rowFacts = {
  grades: ["key name", "name", "detail", "", ""],
  "class-unreported": ["harm side", "side", "side", "", ""],
  "not-compared": ["verdict status", "statement", "difference", "", ""],
  apart: ["carried", "carried", "difference", "", ""],
  "changed-by": ["why", "remarks", "difference", "", ""],
  "changed-by-apheresed": ["why", "statement remarks", "difference", "", ""],
  apheresed: ["rates", "statement remarks", "side", "", ""],
  paper: ["carried", "carried", "detail", "", ""],
  "few-events": ["", "", "imprecision", "line", "line"],
  "one-trial-carries": ["carried", "carried", "imprecision", "", "line"],
  "odd-trial-carries": ["", "carried", "imprecision", "", ""],
  pooling: ["carried", "carried", "", "", ""],
  followed: ["followed", "", "patients", "", ""],
  months: ["months", "carried", "below", "", ""],
  "deaths-beside": ["notes", "remarks", "below", "line", "line"],
  "above-whole": ["notes", "remarks", "missing", "line", "line"],
  "other-trials": ["", "remarks", "missing", "", "line"],
  "part-of-paper": ["notes", "remarks", "detail", "", ""],
  "outside-published": ["notes", "remarks", "spread", "", ""],
  "published-instead": ["notes", "remarks", "missing", "", ""],
  matched: ["wide", "remarks", "design", "", ""],
  "not-for": ["notes", "remarks", "side", "", ""],
  "figures-missing": ["", "products", "side", "", "notes"],
  "follow-up": ["", "aside sure", "patients", "", "notes"],
  infections: ["", "aside sure", "patients", "", "notes"],
  grading: ["", "aside trials", "missing", "", "notes"],
  "deaths-apart": ["", "trials", "detail", "", "notes"],
  regimen: ["", "aside products", "patients", "", "notes"],
  "patients-counted": ["", "aside trials", "side", "", "notes"],
  "cuts-and-overlap": ["", "aside trials", "missing", "", "notes"],
} as const satisfies Record<RowNoteCode, unknown> & Record<string, Line<typeof ofRow>>;

export type RowFact = keyof typeof rowFacts;

/** Holds the facts of an answer and those of a row, each with the surfaces of its columns. */
export const placeTables: readonly {
  readonly surfaces: readonly Surface[];
  readonly facts: Readonly<Record<string, readonly string[]>>;
}[] = [
  { surfaces: ofAnswer, facts: answerFacts },
  { surfaces: ofRow, facts: rowFacts },
];

/** Holds a fact in words. */
export interface Fact {
  readonly code: RowFact | NoteCode;
  readonly text: string;
  /** Says it on a phone, where the text is long. */
  readonly brief?: string;
}

/** Returns the texts of what stands in a place, in the order of the facts. */
export type Placed = (place: Place) => readonly string[];

/**
 * Puts each fact into the first of its places on a surface that is there and free: `aside` has room for one.
 *
 * @param missing Lists the places that the surface does not have here.
 */
export function placeFacts(
  surface: Surface,
  facts: readonly Fact[],
  missing: readonly Place[] = [],
): Placed {
  const taken: string[] = [...missing];
  const placed = facts.map(({ code, text }) => {
    const place = findPlace(surface, code, taken);
    if (place === "aside") taken.push(place);
    return { text, place };
  });
  return (place) => placed.flatMap((fact) => (fact.place === place ? fact.text : []));
}

/** Returns the first place of a fact that is not missing; `undefined` where the surface leaves the fact out. */
export function findPlace(
  surface: Surface,
  code: string,
  missing: readonly string[],
): string | undefined {
  const table = placeTables.find(({ surfaces }) => surfaces.includes(surface));
  const cell = table?.facts[code]?.[table.surfaces.indexOf(surface)] ?? "";
  return cell.split(" ").find((place) => place !== "" && !missing.includes(place));
}
