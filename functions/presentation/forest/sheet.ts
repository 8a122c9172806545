/**
 * The sheet under the figure: a page as high as it needs to be, or a slide of 16:9, whose text can
 * be read from afar. Lengths are in the units of the view box.
 */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { TextStyle } from "./text.ts";

export type StyleName =
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
  readonly product: { readonly x: number; readonly width: number };
  readonly countEnd: number;
  readonly plot: { readonly start: number; readonly end: number };
  readonly estimateEnd: number;
  readonly rangeEnd: number;
  /** `null` where only the squares show it. */
  readonly weightEnd: number | null;
  readonly right: number;
}

export interface Sheet {
  readonly width: number;
  /** `null`: as high as the figure. */
  readonly height: number | null;
  readonly columns: Columns;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  readonly titleY: number;
  /** Most lines of what depends on the question. */
  readonly most: {
    readonly subtitle: number;
    readonly name: number;
    readonly foot: number | undefined;
    /** Most texts above the table and of the difference; the foot is then the short one, too. */
    readonly texts: number | undefined;
  };
  /** Height of a line of text in sizes of its letters. */
  readonly leading: number;
  /** Space above and below a line of the table. */
  readonly padding: number;
}

const page: Sheet = {
  width: 1000,
  height: null,
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
  most: { subtitle: 3, name: 2, foot: undefined, texts: undefined },
  leading: 1.32,
  padding: 3,
};

/** 1280 by 720 pixels, where the smallest text has 14 points. */
const wide: Sheet = {
  width: 1280,
  height: 720,
  columns: {
    left: 40,
    cohort: { x: 40, width: 300 },
    product: { x: 348, width: 176 },
    countEnd: 612,
    plot: { start: 644, end: 1044 },
    estimateEnd: 1120,
    rangeEnd: 1240,
    weightEnd: null,
    right: 1240,
  },
  styles: {
    title: { size: 30, bold: true },
    detail: { size: 21 },
    subtitle: { size: 19 },
    head: { size: 19, bold: true },
    heading: { size: 19, bold: true },
    cell: { size: 19 },
    strong: { size: 19, bold: true },
    note: { size: 19 },
    contrast: { size: 19, bold: true },
    tick: { size: 19 },
    foot: { size: 19 },
  },
  titleY: 44,
  most: { subtitle: 1, name: 1, foot: 2, texts: 2 },
  leading: 1.2,
  padding: 1,
};

export const sheets = { page, wide } as const satisfies Readonly<Record<string, Sheet>>;

export type SheetName = keyof typeof sheets;

export const OnSheet = createContext<Sheet>(page);

export function useSheet(): Sheet {
  return useContext(OnSheet);
}
