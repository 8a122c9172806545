/** The text of an answer before it is written: sections of paragraphs, lists and tables. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Figure as Forest } from "../forest/figure.ts";
import type { DisplayedRate } from "../statement/figures.ts";
import type { RowStatement } from "../statement/row.ts";
import type { Abbreviations } from "../words/catalogue.ts";

/** A citation in the text: the number of a reference, and the place in it, if known. */
export interface Cited {
  readonly number: number;
  readonly locator: string | null;
}

/** Words of a line that stand out or lead somewhere. */
export interface Marked {
  readonly text: string;
  readonly href?: string | null | undefined;
  /** `screen`: a way to change the question, which paper has not. */
  readonly mark?: "strong" | "quiet" | "screen";
  /** Leads to another site, which opens beside. */
  readonly isOutside?: true;
}

export type Piece = string | Marked;

/** A sentence, a name, or an item of a list, with the references it rests on. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly cited: readonly Cited[];
}

type StripPlace = NonNullable<RowStatement["difference"]>["at"];

/** `car-t`, `bsab`: what is of a class; `screen`: what paper has no room for. */
type Look = "lead" | "quiet" | "review" | "screen" | TherapyClass;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly lines: readonly Line[];
  readonly look?: Look;
}

export interface List {
  readonly kind: "list";
  /** Introduces the items. */
  readonly lead: string | null;
  readonly items: readonly Line[];
  readonly look?: "footnotes" | "files" | "references";
}

/** Other lengths of the page. */
export interface Lengths {
  readonly kind: "lengths";
  readonly lead: string;
  readonly items: readonly {
    readonly text: string;
    readonly href: string;
    readonly isPresent: boolean;
  }[];
}

/** The first line stands in the cell, the others below it. */
export type Cell = readonly Line[];

export interface Row {
  readonly head: Cell;
  readonly cells: readonly Cell[];
  /** The class whose rows are below it. */
  readonly group?: TherapyClass;
  /** A difference that the page draws in one of the cells. */
  readonly at?: StripPlace | undefined;
  /** An interval that the page draws in a column of its own. */
  readonly drawn?: {
    readonly shown: DisplayedRate;
    readonly therapyClass: TherapyClass | null;
  } | null;
}

export interface Table {
  readonly kind: "table";
  readonly name: "summary" | "groups" | "checks" | "medians" | "months" | "patients" | "left-out";
  readonly caption?: string;
  readonly columns: readonly string[];
  /** Rows that belong together. */
  readonly bodies: readonly (readonly Row[])[];
  /** Name of the box that a wide table scrolls in. */
  readonly wide?: string;
  /** The upper end of the scale of drawn intervals, in patients of 100. */
  readonly axis?: number;
  /** The cell with drawn differences, and the end of their axis. */
  readonly strips?: { readonly cell: number; readonly reach: number };
}

/** Blocks with a heading of their own. */
export interface Part extends Section {
  readonly kind: "part";
  /** Beside the heading. */
  readonly aside?: string;
  /** `narrow`: on a phone only; `screen`: not on paper; `true`: on paper, too. */
  readonly folded?: true | "narrow" | "screen";
}

/** A forest plot. Its numbers are in the text, so it is only on the page. */
export interface Figure {
  readonly kind: "figure";
  readonly drawn: Forest;
}

/** A picture as a file of its own. */
export interface Picture {
  readonly kind: "picture";
  readonly href: string;
  readonly svg: string;
  /** Labels of the button that a script adds. */
  readonly png: string;
  readonly pngFailed: string;
}

export type Block = Paragraph | List | Lengths | Table | Part | Figure | Picture;

export interface Section {
  readonly id: string | null;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Document {
  readonly title: string;
  /** What was asked. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
  readonly abbreviations: Abbreviations;
}

type Said = Line | string | false | null | undefined;

export function line(said: Piece | readonly Piece[], cited: readonly Cited[] = []): Line {
  return { pieces: typeof said === "string" || "text" in said ? [said] : said, cited };
}

/** Of what is neither `null` nor empty. */
export function linesOf(said: readonly Said[]): Line[] {
  return said.flatMap((one) => (one ? (typeof one === "string" ? line(one) : one) : []));
}

/** A paragraph of all that is said; none if nothing is. */
export function paragraph(...said: readonly Said[]): Paragraph[] {
  const lines = linesOf(said);
  return lines.length > 0 ? [{ kind: "paragraph", lines }] : [];
}

/** A paragraph that looks different on the page. */
export function looking(look: Look, ...said: readonly Said[]): Paragraph[] {
  return paragraph(...said).map((plain) => ({ ...plain, look }));
}

export function quiet(...said: readonly Said[]): Paragraph[] {
  return looking("quiet", ...said);
}

/** A list of the items; no list if there are none. */
export function list(lead: string | null, items: readonly Said[], look?: List["look"]): List[] {
  const lines = linesOf(items);
  return lines.length > 0 ? [{ kind: "list", lead, items: lines, ...(look && { look }) }] : [];
}

/** A part that is folded on the page; none without blocks. */
export function folded(
  id: string | null,
  heading: string,
  blocks: readonly Block[],
  beside?: string | false,
): Part[] {
  if (blocks.length === 0) return [];
  return [{ kind: "part", id, heading, folded: true, blocks, ...(beside && { aside: beside }) }];
}

/** A part that is folded on a phone, and open where there is room, as on paper. */
export function narrow(...part: Parameters<typeof folded>): Part[] {
  return folded(...part).map((one) => ({ ...one, folded: "narrow" }));
}

/** A part that is folded on a screen, and open on paper. */
export function unfoldedOnPaper(...part: Parameters<typeof folded>): Part[] {
  return folded(...part).map((one) => ({ ...one, folded: "screen" }));
}

/** @param beneath Stands below in small print. */
export function cell(main: Piece | readonly Piece[], ...beneath: readonly Said[]): Cell {
  return [line(main), ...linesOf(beneath)];
}

/** The words of a line, without its citations. */
export function textOf({ pieces }: Line): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}
