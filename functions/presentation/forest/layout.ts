/**
 * Computes the positions of all parts of the figure: pure geometry in the units of the view box.
 */

import type { ClassPart, Line } from "./class-lines.ts";
import type { Figure } from "./figure.ts";
import { type TextStyle, type Wrapped, wrap } from "./text.ts";

export const width = 1000;
const margin = 28;

/** Where each column begins. Columns with numbers are right-aligned, so for them where they end. */
export const columns = {
  left: margin,
  cohort: { x: margin, width: 262 },
  product: { x: 300, width: 108 },
  countEnd: 476,
  plot: { start: 502, end: 770 },
  estimateEnd: 824,
  rangeEnd: 900,
  right: width - margin,
} as const;

export const styles = {
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
} as const satisfies Readonly<Record<string, TextStyle>>;

export type StyleName = keyof typeof styles;

/** A text of one or more lines, each with its baseline. */
export interface TextBlock {
  readonly x: number;
  readonly style: StyleName;
  readonly muted: boolean;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** The full text, if it had to be cut. */
  readonly whole: string | null;
}

export interface PlacedLine {
  readonly line: Line;
  readonly top: number;
  readonly bottom: number;
  /** Vertical centre of the marks and of the numbers next to them. */
  readonly centre: number;
  /** The first column, and the second if there is one. */
  readonly texts: readonly TextBlock[];
}

export interface PlacedPart {
  readonly group: ClassPart["group"];
  readonly lines: readonly PlacedLine[];
}

export interface Layout {
  readonly height: number;
  readonly titleY: number;
  readonly subtitle: readonly TextBlock[];
  /** Top of the line with the column heads; `null` in an empty figure. */
  readonly headTop: number | null;
  readonly headBottom: number;
  readonly parts: readonly PlacedPart[];
  /** Position of the axis; `null` in an empty figure. */
  readonly axisY: number | null;
  readonly contrast: readonly TextBlock[];
  readonly foot: readonly TextBlock[];
  readonly footTop: number;
}

export const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/**
 * Position of a rate of 0–1 on the axis. It is clamped, so that rounding errors stay inside the
 * axis.
 */
export function positionOf(rate: number): number {
  const { start, end } = columns.plot;
  return start + Math.min(1, Math.max(0, rate)) * (end - start);
}

const largestSide = 15;
const smallestSide = 2.5;

/**
 * The side of a square whose area is proportional to the weight. It has a minimum, so that every
 * square is visible.
 */
export function sideOf(weight: number, largestWeight: number): number {
  if (largestWeight <= 0) return smallestSide;
  return Math.max(smallestSide, largestSide * Math.sqrt(weight / largestWeight));
}

const lineHeight = (style: StyleName): number => styles[style].size * 1.32;
/** Distance from the middle of a text line to its baseline. */
const baselineOffset = (style: StyleName): number => styles[style].size * 0.36;

function block(
  { lines, cut }: Wrapped,
  whole: string,
  at: { x: number; top: number; style: StyleName; muted?: boolean },
): TextBlock {
  const { x, top, style, muted = false } = at;
  const height = lineHeight(style);
  return {
    x,
    style,
    muted,
    lines: lines.map((text, index) => ({
      text,
      y: top + (index + 0.5) * height + baselineOffset(style),
    })),
    whole: cut ? whole : null,
  };
}

const heightOf = ({ lines, style }: TextBlock): number => lines.length * lineHeight(style);

const fullWidth = columns.right - columns.left;
const mostNameLines = 2;
/** A limit is needed, because a question may exclude every cohort. */
const mostSubtitleLines = 3;

export function layoutOf(figure: Figure): Layout {
  const titleY = 42;
  const subtitle = stack(figure.subtitle, {
    top: 56,
    gap: 1,
    style: "subtitle",
    most: mostSubtitleLines,
  });
  const empty = figure.parts.length === 0;
  const headTop = subtitle.bottom + 14;
  const headBottom = empty ? headTop : headTop + 26;
  let y = empty ? headTop : headBottom + 4;
  const parts = figure.parts.map(({ group, lines }): PlacedPart => {
    const placed = lines.map((line) => {
      const one = placedLine(line, y);
      y = one.bottom;
      return one;
    });
    y += 8;
    return { group, lines: placed };
  });
  const axisY = empty ? null : y + 2;
  const contrast = stack(
    figure.contrast.length === 0 ? [] : [figure.contrastHeading, ...figure.contrast],
    {
      top: y + 10,
      gap: 2,
      style: "cell",
      width: columns.countEnd - columns.left,
      bold: 2,
    },
  );
  const footTop = empty ? y + 64 : Math.max(contrast.bottom, y + 48) + 16;
  const foot = stack(figure.foot, {
    top: footTop + 10,
    gap: 5,
    style: "foot",
  });
  return {
    height: Math.ceil(foot.bottom + 18),
    titleY,
    subtitle: subtitle.blocks,
    headTop: empty ? null : headTop,
    headBottom,
    parts,
    axisY,
    contrast: contrast.blocks,
    foot: foot.blocks,
    footTop,
  };
}

interface StackOptions {
  top: number;
  gap: number;
  style: "subtitle" | "cell" | "foot";
  width?: number;
  most?: number;
  /** How many of the first texts are bold; the others are muted. */
  bold?: number;
}

/** Places texts below each other. */
function stack(
  texts: readonly string[],
  { top, gap, style, width: room = fullWidth, most, bold = 0 }: StackOptions,
): { blocks: TextBlock[]; bottom: number } {
  let bottom = top;
  const blocks = texts.map((text, index) => {
    const own: StyleName = index < bold ? "contrast" : style;
    const wrapped = wrap(text, room, styles[own], most);
    const muted = index >= bold && style !== "cell";
    const one = block(wrapped, text, { x: columns.left, top: bottom, style: own, muted });
    bottom += heightOf(one) + gap;
    return one;
  });
  return { blocks, bottom };
}

const padding = { heading: 6, study: 3, pool: 3, prediction: 3, note: 3 } as const;

function placedLine(line: Line, top: number): PlacedLine {
  const [first, ...others] = textsOf(line).map(({ text, x, width: room, style, muted, most }) =>
    block(wrap(text, room, styles[style], most), text, { x, top: 0, style, muted }),
  );
  const blocks = first === undefined ? [] : [first, ...others];
  const inner = Math.max(0, ...blocks.map(heightOf));
  const extra = padding[line.kind];
  const above = line.kind === "heading" ? extra + 4 : extra;
  const bottom = top + inner + above + extra;
  // All columns are centred on the marks, even if one of them has more lines than the others.
  const centre = top + above + inner / 2;
  return { line, top, bottom, centre, texts: blocks.map((one) => movedTo(one, centre)) };
}

function movedTo(one: TextBlock, centre: number): TextBlock {
  const shift = centre - heightOf(one) / 2;
  return { ...one, lines: one.lines.map(({ text, y }) => ({ text, y: y + shift })) };
}

interface CellText {
  text: string;
  x: number;
  width: number;
  style: StyleName;
  muted: boolean;
  most?: number;
}

const { cohort, product } = columns;
const acrossText = columns.countEnd - cohort.x;

function textsOf(line: Line): CellText[] {
  switch (line.kind) {
    case "heading": {
      return [{ text: line.text, x: cohort.x, width: fullWidth, style: "heading", muted: false }];
    }
    case "study":
      return [
        { ...cohort, text: line.label, style: "cell", muted: false, most: mostNameLines },
        { ...product, text: line.product, style: "cell", muted: true, most: mostNameLines },
      ];
    case "pool":
      return [{ text: line.label, x: cohort.x, width: acrossText, style: "strong", muted: false }];
    case "prediction":
      return [{ text: line.label, x: cohort.x, width: acrossText, style: "cell", muted: true }];
    case "note":
      return [{ text: line.text, x: cohort.x, width: acrossText, style: "note", muted: true }];
  }
}
