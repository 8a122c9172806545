/** Where the parts of the figure stand, in the units of the view box: as a file, and in the text of a page. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Span } from "#presentation/svg/geometry.ts";
import type { TextStyle } from "#presentation/svg/text.ts";

type StyleName =
  | "title"
  | "detail"
  | "subtitle"
  | "head"
  | "heading"
  | "cell"
  | "strong"
  | "note"
  | "contrast"
  | "tick"
  | "foot";

/** Where each column begins. Columns with numbers are right-aligned, so for them where they end. */
interface Columns {
  readonly left: number;
  readonly cohort: { readonly x: number; readonly width: number };
  /** `null` where it stands below the name, and the count below the rate. */
  readonly product: { readonly x: number; readonly width: number } | null;
  readonly countEnd: number;
  readonly plot: Span;
  readonly estimateEnd: number;
  readonly rangeEnd: number;
  /** `null` where only the squares show it. */
  readonly weightEnd: number | null;
  readonly right: number;
}

export interface Sheet {
  readonly width: number;
  readonly columns: Columns;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  readonly titleY: number;
  /** Most lines of what depends on the question. */
  readonly most: {
    readonly subtitle: number;
    readonly name: number;
  };
  /** Height of a line of text in sizes of its letters. */
  readonly leading: number;
  /** Space above and below a line of the table. */
  readonly padding: number;
}

/** As a file. */
export const page: Sheet = {
  width: 1000,
  columns: {
    left: 28,
    cohort: { x: 28, width: 262 },
    product: { x: 300, width: 108 },
    countEnd: 476,
    plot: { start: 502, end: 770 },
    estimateEnd: 824,
    rangeEnd: 900,
    weightEnd: 972,
    right: 972,
  },
  styles: {
    title: { size: 21, bold: true },
    detail: { size: 15 },
    subtitle: { size: 12.5 },
    head: { size: 12.5, bold: true },
    heading: { size: 13.5, bold: true },
    cell: { size: 12.5 },
    strong: { size: 12.5, bold: true },
    note: { size: 12 },
    contrast: { size: 13, bold: true },
    tick: { size: 11.5 },
    foot: { size: 11 },
  },
  titleY: 42,
  most: { subtitle: 3, name: 2 },
  leading: 1.32,
  padding: 3,
};

/** In the text of a page, which says the title and the foot: as wide as a phone. */
export const column: Sheet = {
  width: 360,
  columns: {
    left: 0,
    cohort: { x: 0, width: 168 },
    product: null,
    countEnd: 360,
    plot: { start: 173, end: 264 },
    estimateEnd: 294,
    rangeEnd: 360,
    weightEnd: null,
    right: 360,
  },
  styles: {
    ...page.styles,
    heading: { size: 15, bold: true },
    cell: { size: 14 },
    strong: { size: 14, bold: true },
    note: { size: 14 },
    tick: { size: 14 },
  },
  titleY: -16,
  most: { subtitle: 0, name: 1 },
  leading: 1.15,
  padding: 1,
};

export const OnSheet = createContext(page);

export function useSheet(): Sheet {
  return useContext(OnSheet);
}
