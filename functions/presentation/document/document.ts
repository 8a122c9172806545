/** What a page of text says, as plain data: lines, blocks and sections. The kit of the pages draws it. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Figure as Forest } from "../forest/figure.ts";
import type { DisplayedRate } from "../statement/figures.ts";
import type { RowStatement } from "../statement/row.ts";
import type { Abbreviations } from "../words/catalogue.ts";

/** Words that stand out or lead somewhere: to another site beside the page, to `null` no link may lead. */
export interface Marked {
  readonly text: string;
  readonly href?: string | null | undefined;
  /** `screen`: a way to change the question, which paper has not. */
  readonly mark?: "strong" | "quiet" | "screen";
  /** Leads to the page that has it. */
  readonly isPresent?: boolean;
}

export type Piece = string | Marked;
export type Words = string | readonly Piece[];

/** A source that a line rests on. */
export interface Cited {
  /** In the list of sources, counted from 1. */
  readonly number: number;
  /** The place in the source, if known. */
  readonly locator: string | null;
}

/** A sentence, a fact, a name, or an item of a list. */
export interface Line {
  readonly words: Words;
  readonly cited: readonly Cited[];
  /** In small print below: what it rests on, its definition. */
  readonly beneath?: readonly Line[];
}

/** `screen`: what paper has no room for; `sorting`: ways to the same at another length. */
type Look = "lead" | "quiet" | "unknown" | "review" | "screen" | "sorting" | TherapyClass;

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
  /** `facts`: without marks of a list. */
  readonly look?: "facts" | "footnotes" | "files" | "references";
}

export type Cell = string | readonly Line[] | null;

export interface Row {
  /** What others lead to. */
  readonly id?: string;
  readonly name: Line;
  /** The class whose rows are below it. */
  readonly heads?: TherapyClass;
  /** One for each column but the first. */
  readonly cells: readonly Cell[];
  /** A difference that the page draws in one of the cells. */
  readonly at?: NonNullable<RowStatement["difference"]>["at"] | undefined;
  /** An interval that the page draws in a column of its own. */
  readonly drawn?: {
    readonly shown: DisplayedRate;
    readonly therapyClass: TherapyClass | null;
  } | null;
}

export interface Table {
  readonly kind: "table";
  readonly look: "summary" | "groups" | "checks" | "medians" | "months" | "patients";
  readonly caption?: string;
  readonly columns: readonly string[];
  /** Rows that belong together. */
  readonly groups: readonly { readonly title?: string; readonly rows: readonly Row[] }[];
  /** Name of the box that a wide table scrolls in. */
  readonly wide?: string;
  /** The upper end of the scale of drawn intervals, in patients of 100. */
  readonly axis?: number;
  /** The cell with drawn differences, and the end of their axis. */
  readonly strips?: { readonly cell: number; readonly reach: number };
}

/** Blocks with a heading of their own. */
export interface Part {
  readonly kind: "part";
  readonly id: string | null;
  readonly title: string;
  /** Beside the heading. */
  readonly aside?: string;
  /** `narrow`: on a phone only; `screen`: not on paper; `true`: on paper, too. */
  readonly folded?: true | "narrow" | "screen";
  readonly blocks: readonly Block[];
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

export type Block = Paragraph | List | Table | Part | Figure | Picture;

export interface Section {
  readonly id: string | null;
  readonly title: string;
  /** What is compared in it may be as wide as the page. */
  readonly isWide?: boolean;
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

export function line(words: Words | Marked, cited: readonly Cited[] = []): Line {
  return { words: typeof words === "object" && "text" in words ? [words] : words, cited };
}

/** Of what is neither `null` nor empty. */
function linesOf(said: readonly Said[]): Line[] {
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

/** Blocks with a heading of their own; none without blocks. */
export function part(id: string | null, title: string, blocks: readonly Block[]): Part[] {
  return blocks.length > 0 ? [{ kind: "part", id, title, blocks }] : [];
}

/** A part that is folded on the page; none without blocks. */
export function folded(
  id: string | null,
  title: string,
  blocks: readonly Block[],
  aside?: string | number | false,
): Part[] {
  const beside = aside === undefined || aside === false ? {} : { aside: `${aside}` };
  return part(id, title, blocks).map((one) => ({ ...one, folded: true, ...beside }));
}

/** A part that is folded on a phone, and open where there is room, as on paper. */
export function narrow(...of: Parameters<typeof folded>): Part[] {
  return folded(...of).map((one) => ({ ...one, folded: "narrow" }));
}

/** A part that is folded on a screen, and open on paper. */
export function unfoldedOnPaper(...of: Parameters<typeof folded>): Part[] {
  return folded(...of).map((one) => ({ ...one, folded: "screen" }));
}

/** A line with small print below it. */
export function above(main: Line | Words | Marked, ...beneath: readonly Said[]): Line {
  const own = typeof main === "object" && "words" in main ? main : line(main);
  return { ...own, beneath: linesOf(beneath) };
}

/** A cell of one line, with small print below it. */
export function cell(...said: Parameters<typeof above>): readonly Line[] {
  return [above(...said)];
}

/** Pieces with a mark between them. */
export function joined(pieces: readonly Piece[], between: string): Piece[] {
  return pieces.flatMap((one, index) => (index === 0 ? [one] : [between, one]));
}

export function piecesOf(words: Words): readonly Piece[] {
  return typeof words === "string" ? [words] : words;
}

/** The words of a line, without its sources and what is below it. */
export function textOf({ words }: Pick<Line, "words">): string {
  return piecesOf(words)
    .map((piece) => (typeof piece === "string" ? piece : piece.text))
    .join("");
}
