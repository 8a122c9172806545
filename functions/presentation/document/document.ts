/** What a page of text says, as plain data: lines, blocks and sections. The kit of the pages draws it. */
import type { TherapyClass } from "#data/vocabulary.ts";

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
  /** It must be seen before all else. */
  readonly warns?: boolean;
}

type Look = "quiet" | "unknown";

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
  readonly look?: "facts";
}

/** Names and values, a line each; `null`: our sources have none. */
export interface Facts {
  readonly kind: "facts";
  readonly facts: readonly (readonly [name: string, value: Cell])[];
}

export type Cell = string | readonly Line[] | null;

export interface Row {
  /** What others lead to. */
  readonly id?: string;
  readonly name: Line;
  /** The class of what it is named after, whose mark stands before the name. */
  readonly group?: TherapyClass;
  /** Whose sources it has, and the page with their list, if that is not the page. */
  readonly owner?: Owner;
  /** One for each column but the first. */
  readonly cells: readonly Cell[];
  /** Below the cells: what the row rests on. */
  readonly below?: Words;
}

export interface Owner {
  readonly owner: string;
  readonly page: string;
}

export interface Table {
  readonly kind: "table";
  /** `cards`: on a phone each row is a card. */
  readonly look: "facts" | "cards";
  readonly caption?: string;
  /** Its name, if no caption has it. */
  readonly label?: string;
  readonly columns: readonly string[];
  /** Rows that belong together. */
  readonly groups: readonly { readonly title?: string; readonly rows: readonly Row[] }[];
  /** Of a cell without anything, for those who hear it. */
  readonly none?: string;
  /** Name of the box that a wide table scrolls in. */
  readonly wide?: string;
}

/** Blocks with a heading of their own. */
export interface Part {
  readonly kind: "part";
  readonly id: string | null;
  readonly title: string;
  /** Beside the heading. */
  readonly aside?: string;
  readonly folded?: true;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | List | Facts | Table | Part;

export interface Section {
  readonly id: string | null;
  readonly title: string;
  /** What is compared in it may be as wide as the page. */
  readonly isWide?: boolean;
  readonly blocks: readonly Block[];
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
function list(lead: string | null, items: readonly Said[], look?: List["look"]): List[] {
  const lines = linesOf(items);
  return lines.length > 0 ? [{ kind: "list", lead, items: lines, ...(look && { look }) }] : [];
}

/** A list without marks. */
export function plainList(items: readonly Said[]): List[] {
  return list(null, items, "facts");
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
