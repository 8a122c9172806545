/** The positions of all parts of the figure: pure geometry in the units of the view box. */
import type { ClassPart, Line, StudyLine } from "./class-lines.ts";
import type { Figure } from "./figure.ts";
import type { Sheet, StyleName } from "./sheet.ts";
import { type TextStyle, type Wrapped, wrap } from "./text.ts";

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

/** In a column there is room for three numbers. */
export function ticksOf({ columns }: Sheet): readonly number[] {
  return columns.product === null ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1];
}

/** Of a rate of 0–1, clamped, so that rounding errors stay inside the axis. */
export function positionOf(rate: number, { columns }: Sheet): number {
  const { start, end } = columns.plot;
  return start + Math.min(1, Math.max(0, rate)) * (end - start);
}

const largestSide = 15;
const smallestSide = 2.5;

/** Its area is proportional to the weight; the least side keeps every square visible. */
export function sideOf(weight: number, largestWeight: number): number {
  if (largestWeight <= 0) return smallestSide;
  return Math.max(smallestSide, largestSide * Math.sqrt(weight / largestWeight));
}

const lineHeight = (style: StyleName, { styles, leading }: Sheet): number =>
  styles[style].size * leading;
/** Distance from the middle of a text line to its baseline. */
const baselineOffset = (style: StyleName, { styles }: Sheet): number => styles[style].size * 0.36;

function block(
  { lines, cut }: Wrapped,
  whole: string,
  at: { x: number; top: number; style: StyleName; muted?: boolean },
  sheet: Sheet,
): TextBlock {
  const { x, top, style, muted = false } = at;
  const height = lineHeight(style, sheet);
  return {
    x,
    style,
    muted,
    lines: lines.map((text, index) => ({
      text,
      y: top + (index + 0.5) * height + baselineOffset(style, sheet),
    })),
    whole: cut ? whole : null,
  };
}

const heightOf = ({ lines, style }: TextBlock, sheet: Sheet): number =>
  lines.length * lineHeight(style, sheet);

/**
 * On a sheet of a given height, the predictions and the notes below a pool are left out first, then
 * the cohorts of least weight, until the others have room; a line says how many they are.
 */
export function layoutOf(figure: Figure, sheet: Sheet): Layout {
  const whole = laidOut(figure, sheet);
  if (sheet.height === null) return whole;
  let layout = whole;
  const short = withoutAsides(figure);
  const cohorts = figure.parts.flatMap(studiesOf).length;
  for (let most = cohorts; layout.height > sheet.height && most > 0; most -= 1) {
    layout = laidOut(withLargest(short, most), sheet);
  }
  return { ...layout, height: sheet.height };
}

function laidOut(figure: Figure, sheet: Sheet): Layout {
  const { titleY, columns, styles, most, padding } = sheet;
  const place = (texts: readonly string[], options: StackOptions) => stack(texts, options, sheet);
  const subtitle = place(figure.subtitle.slice(0, most.texts), {
    top: titleY + 14,
    gap: 1,
    style: "subtitle",
    most: most.subtitle,
  });
  const empty = figure.parts.length === 0;
  const headTop = subtitle.bottom + 4 * padding + 2;
  const headBottom =
    empty || columns.product === null ? headTop : headTop + styles.head.size + 13.5;
  let y = empty ? headTop : headBottom + 4;
  const parts = figure.parts.map(({ group, lines }): PlacedPart => {
    const placed = lines.map((line) => {
      const one = placedLine(line, y, sheet);
      y = one.bottom;
      return one;
    });
    y += 2 + 2 * padding;
    return { group, lines: placed };
  });
  const axisY = empty ? null : y + 2;
  const contrast = place(
    figure.contrast.length === 0
      ? []
      : [figure.contrastHeading, ...figure.contrast].slice(0, most.texts),
    {
      top: y + 10,
      gap: 2,
      style: "cell",
      width: columns.countEnd - columns.left,
      bold: 2,
    },
  );
  const underAxis = 25 + 2 * styles.tick.size;
  const footTop = empty ? y + 64 : Math.max(contrast.bottom, y + underAxis) + 4 + 4 * padding;
  const foot = place(most.texts === undefined ? figure.foot : figure.short, {
    top: footTop + 4 + 2 * padding,
    gap: 2 + padding,
    style: "foot",
    most: most.foot,
  });
  return {
    height: Math.ceil(foot.bottom + 6 + 4 * padding),
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

const studiesOf = ({ lines }: ClassPart) => lines.filter((line) => line.kind === "study");

function withoutAsides(figure: Figure): Figure {
  const parts = figure.parts.map((part): ClassPart => {
    const pooled = part.lines.some(({ kind }) => kind === "pool");
    const lines = part.lines.filter(
      ({ kind }) => kind !== "prediction" && !(pooled && kind === "note"),
    );
    return { ...part, lines };
  });
  return { ...figure, parts };
}

/** The class with more lines gives way first, so that both are seen. */
function withLargest(figure: Figure, most: number): Figure {
  const drawn = figure.parts.map((part) =>
    studiesOf(part).sort((one, other) => other.weight - one.weight),
  );
  for (let over = drawn.flat().length - most; over > 0; over -= 1) {
    drawn.reduce((one, other) => (other.length > one.length ? other : one)).pop();
  }
  const largest = new Set(drawn.flat());
  const parts = figure.parts.map((part): ClassPart => {
    const left = studiesOf(part).filter((line) => !largest.has(line));
    if (left.length === 0) return part;
    const kept = part.lines.filter((line) => line.kind !== "study" || largest.has(line));
    const weight = left.reduce((sum, line) => sum + line.weight, 0);
    const after = kept.findLastIndex(({ kind }) => kind === "study" || kind === "heading") + 1;
    const note: Line = { kind: "note", text: figure.andLighter(left.length, weight) };
    return { ...part, lines: kept.toSpliced(after, 0, note) };
  });
  return { ...figure, parts };
}

interface StackOptions {
  top: number;
  gap: number;
  style: "subtitle" | "cell" | "foot";
  width?: number;
  most?: number | undefined;
  /** How many of the first texts are bold; the others are muted. */
  bold?: number;
}

function stack(
  texts: readonly string[],
  { top, gap, style, width: room, most, bold = 0 }: StackOptions,
  sheet: Sheet,
): { blocks: TextBlock[]; bottom: number } {
  const { left, right } = sheet.columns;
  let bottom = top;
  const blocks = texts.map((text, index) => {
    const own: StyleName = index < bold ? "contrast" : style;
    const wrapped = wrap(text, room ?? right - left, sheet.styles[own], most);
    const muted = index >= bold && style !== "cell";
    const one = block(wrapped, text, { x: left, top: bottom, style: own, muted }, sheet);
    bottom += heightOf(one, sheet) + gap;
    return one;
  });
  return { blocks, bottom };
}

function placedLine(line: Line, top: number, sheet: Sheet): PlacedLine {
  const blocks = textsOf(line, sheet).map(({ text, x, width: room, style, muted, most }) =>
    block(wrap(text, room, sheet.styles[style], most), text, { x, top: 0, style, muted }, sheet),
  );
  const stacked = isStacked(line, sheet);
  const heights = blocks.map((one) => heightOf(one, sheet));
  const inner = stacked ? 2 * lineHeight("cell", sheet) : Math.max(0, ...heights);
  const extra = line.kind === "heading" ? 2 * sheet.padding : sheet.padding;
  const above = line.kind === "heading" ? extra + sheet.padding + 1 : extra;
  const bottom = top + inner + above + extra;
  // All columns are centred on the marks, even if one of them has more lines than the others.
  const centre = top + above + inner / 2;
  const texts = blocks.map((one, index) =>
    movedTo(one, centre + (stacked ? beside(index, sheet) : 0), sheet),
  );
  return { line, top, bottom, centre, texts };
}

/** Whether its second text stands below the first. */
export function isStacked({ kind }: Line, { columns }: Sheet): boolean {
  return columns.product === null && kind === "study";
}

/** From the middle of two lines to the middle of one of them. */
export function beside(index: number, sheet: Sheet): number {
  return (index - 0.5) * lineHeight("cell", sheet);
}

function movedTo(one: TextBlock, centre: number, sheet: Sheet): TextBlock {
  const shift = centre - heightOf(one, sheet) / 2;
  return { ...one, lines: one.lines.map(({ text, y }) => ({ text, y: y + shift })) };
}

interface CellText extends Pick<TextBlock, "x" | "style" | "muted"> {
  text: string;
  width: number;
  most?: number | undefined;
}

/** The second line is the rest of the name, if any, and the product, unless the name has it. */
export function inTwo(
  { label, product }: Pick<StudyLine, "label" | "product">,
  width: number,
  style: TextStyle,
): readonly [string, string] {
  const [first = ""] = wrap(label, width, style).lines;
  const rest = label.slice(first.length).trim();
  const isNamed = rest !== "" && label.toLowerCase().includes(product.toLowerCase());
  return [first, [rest, isNamed ? "" : product].filter(Boolean).join(", ")];
}

function textsOf(line: Line, { columns, most, styles }: Sheet): CellText[] {
  const { cohort, product, countEnd, left, right } = columns;
  const { width } = product ? { width: countEnd - cohort.x } : cohort;
  const across = { x: cohort.x, width, most: most.foot };
  switch (line.kind) {
    case "heading":
      return [{ text: line.text, x: left, width: right - left, style: "heading", muted: false }];
    case "study": {
      const own = { ...cohort, style: "cell", most: most.name } as const;
      const { label, product: given } = line;
      const [text, beside] = product ? [label, given] : inTwo(line, width, styles.cell);
      return [
        { ...own, text, muted: false },
        { ...own, ...product, text: beside, muted: true },
      ];
    }
    case "pool":
      return [{ ...across, text: line.label, style: "strong", muted: false }];
    case "prediction":
      return [{ ...across, text: line.label, style: "cell", muted: true }];
    case "note":
      return [
        { ...across, width: countEnd - cohort.x, text: line.text, style: "note", muted: true },
      ];
  }
}
