/** What a page of text says, as plain data: the kit of the pages draws it. */
import type { TherapyClass } from "#data/vocabulary.ts";

/** Words that lead somewhere; `null`: to what no link may lead to. */
export interface Leading {
  readonly text: string;
  readonly href: string | null;
}

/** What must be seen before all else in its line. */
export interface Stressed {
  readonly stressed: string;
}

export type Words = string | readonly (string | Leading | Stressed)[];

/** A fact, and what it must not be read without. */
export interface CitedLine {
  readonly words: Words;
  /** Below it in small print: its definition, source and place. */
  readonly basis?: Words;
  /** Places in the list of sources of the page. */
  readonly sources?: readonly number[];
  readonly warns?: boolean;
}

/** `null`: our sources have none. */
export type Cell = readonly CitedLine[] | string | null;

export interface PageRow {
  /** What others lead to. */
  readonly id?: string;
  readonly name: Words;
  /** The class of what it is named after. */
  readonly group?: TherapyClass;
  readonly basis?: string;
  /** Whose sources its facts have, and the page with their list, if that is not the page. */
  readonly owner?: { readonly owner: string; readonly page: string };
  /** One for each column but the first. */
  readonly cells: readonly Cell[];
  /** Below the cells: what the row rests on. */
  readonly below?: Words;
}

export interface PageTable {
  readonly kind: "table";
  /** Its name; none where the heading with this id names it. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly columns: readonly string[];
  /** With an empty title where there is one group only. */
  readonly groups: readonly { readonly title: string; readonly rows: readonly PageRow[] }[];
  /** Of a cell without anything, for those who hear it. */
  readonly none: string;
  /** On a phone each row is a card. */
  readonly isCards?: true;
}

export type Block =
  | { readonly kind: "text"; readonly words: Words; readonly look?: "quiet" | "unknown" }
  | { readonly kind: "lines"; readonly lines: readonly CitedLine[]; readonly isRun?: boolean }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [name: string, lines: Cell])[] }
  | PageTable
  | {
      readonly kind: "part";
      readonly id?: string;
      readonly title: string;
      readonly blocks: readonly Block[];
      /** Folded, with so many in it; else beside the others of its kind, where there is room. */
      readonly fold?: number | true;
    };

export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly isWide?: boolean;
  readonly blocks: readonly Block[];
}

export interface PageSource {
  readonly words: Words;
  /** What was read, when, and how well it was reviewed. */
  readonly basis: Words;
  /** `null`: it has none; left out where the page says nothing of ages. */
  readonly date?: string | null;
  /** Where the date is from, if not from the source. */
  readonly dateNote?: string | null;
}

export interface TextPage {
  readonly title: string;
  readonly description: string;
  readonly group: TherapyClass;
  /** What it belongs to. */
  readonly above: Words;
  readonly identity: readonly Words[];
  /** In the box of the page: who reviewed it, what to read before acting. */
  readonly note: Words;
  readonly sections: readonly PageSection[];
  readonly sources: {
    readonly title: string;
    /** The number of the first. */
    readonly from: 0 | 1;
    readonly list: readonly PageSource[];
  };
  /** Where the same stands as data. */
  readonly json: string;
}

/** A paragraph; none where nothing is said. */
export function text(words: Words | null, look?: "quiet" | "unknown"): Block[] {
  return words === null || words === "" ? [] : [{ kind: "text", words, ...(look && { look }) }];
}

export function citedLines(lines: readonly (CitedLine | string)[]): Block[] {
  const all = lines.map((one) => (typeof one === "string" ? { words: one } : one));
  return all.length === 0 ? [] : [{ kind: "lines", lines: all }];
}

/** What few readers need; none where there is nothing. */
export function fold(
  id: string,
  title: string,
  blocks: readonly Block[],
  count: number | true = true,
): Block[] {
  return blocks.length === 0 ? [] : [{ kind: "part", id, title, blocks, fold: count }];
}

/** Words with a mark between them. */
export function joined(words: Exclude<Words, string>, between: string): Exclude<Words, string> {
  return words.flatMap((one, index) => (index === 0 ? [one] : [between, one]));
}
