/** A page as high as it needs to be, or a slide of 16:9; in the units of the view box. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Span } from "../svg/geometry.ts";
import type { TextStyle } from "../svg/text.ts";
import measures from "./sheets.json" with { type: "json" };

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
  /** `null`: as high as the figure. */
  readonly height: number | null;
  readonly columns: Columns;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  readonly titleY: number;
  /** Most lines of what depends on the question. */
  readonly most: {
    readonly subtitle: number;
    readonly name: number;
    readonly foot?: number;
    /** Most texts above the table and of the difference; the foot is then the short one, too. */
    readonly texts?: number;
  };
  /** Height of a line of text in sizes of its letters. */
  readonly leading: number;
  /** Space above and below a line of the table. */
  readonly padding: number;
}

export type SheetName = keyof typeof measures;

/** `wide` is 1280 by 720 pixels, where the smallest text has 14 points. */
export const sheets: Readonly<Record<SheetName, Sheet>> = measures;

/** In the text of a page, which says the title and the foot: as wide as a phone. */
export const column: Sheet = {
  width: 360,
  height: null,
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
    ...sheets.page.styles,
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

export const OnSheet = createContext(sheets.page);

export function useSheet(): Sheet {
  return useContext(OnSheet);
}
