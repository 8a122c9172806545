/** Computes the positions of all parts of the figure, in the units of the view box. */
import type { TextStyle } from "#presentation/svg/text.ts";
import {
  movedDown,
  type StyledText,
  stack,
  type TextBlock,
  textBlock,
} from "#presentation/svg/text-block.tsx";
import type { ClassPart, ForestLine } from "./class-lines.ts";
import type { ForestFigure } from "./figure.ts";
import { columns, sheet, styles } from "./sheet.ts";

export interface PlacedLine {
  readonly line: ForestLine;
  readonly top: number;
  readonly bottom: number;
  /** The marks, and the numbers next to them, have their vertical centre here. */
  readonly centre: number;
  /** Holds the first column, and the second if there is one. */
  readonly texts: readonly TextBlock[];
}

export interface PlacedPart {
  readonly group: ClassPart["group"];
  readonly lines: readonly PlacedLine[];
}

export interface Layout {
  readonly height: number;
  readonly subtitle: readonly TextBlock[];
  /** The line with the column heads begins here; `null` in an empty figure. */
  readonly headTop: number | null;
  readonly headBottom: number;
  readonly parts: readonly PlacedPart[];
  /** The axis lies at this height; `null` in an empty figure. */
  readonly axisY: number | null;
  readonly contrast: readonly TextBlock[];
  readonly foot: readonly TextBlock[];
  readonly footTop: number;
}

export function layoutOf(figure: ForestFigure): Layout {
  const { titleY, leading, most, padding } = sheet;
  const room = { x: columns.left, width: columns.right - columns.left, leading };
  const quiet = (texts: readonly string[], style: TextStyle) =>
    texts.map((text): StyledText => ({ text, style, muted: true }));
  const subtitle = stack(quiet(figure.subtitle, styles.subtitle), {
    ...room,
    top: titleY + 14,
    gap: 1,
    most: most.subtitle,
  });
  const empty = figure.parts.length === 0;
  const headTop = subtitle.bottom + 4 * padding + 2;
  const headBottom = empty ? headTop : headTop + styles.head.size + 13.5;
  let y = empty ? headTop : headBottom + 4;
  const parts = figure.parts.map(({ group, lines }): PlacedPart => {
    const placed = lines.map((line) => {
      const below = placedLine(line, y);
      y = below.bottom;
      return below;
    });
    y += 2 + 2 * padding;
    return { group, lines: placed };
  });
  const axisY = empty ? null : y + 2;
  const contrast = stack(contrastOf(figure), {
    ...room,
    top: y + 10,
    gap: 2,
    width: columns.countEnd - columns.left,
  });
  const underAxis = 25 + 2 * styles.tick.size;
  const footTop = empty ? y + 64 : Math.max(contrast.bottom, y + underAxis) + 4 + 4 * padding;
  const foot = stack(quiet(figure.foot, styles.foot), {
    ...room,
    top: footTop + 4 + 2 * padding,
    gap: 2 + padding,
  });
  return {
    height: Math.ceil(foot.bottom + 6 + 4 * padding),
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

/** Returns the texts of the contrast; its heading and the difference are bold. */
function contrastOf({ contrastHeading, contrast }: ForestFigure): StyledText[] {
  if (contrast.length === 0) return [];
  return [contrastHeading, ...contrast].map((text, index) => ({
    text,
    style: index < 2 ? styles.contrast : styles.cell,
  }));
}

function placedLine(line: ForestLine, top: number): PlacedLine {
  const { leading, padding } = sheet;
  const blocks = textsOf(line).map(({ x, width, most, ...text }) =>
    textBlock(text, { x, top: 0, width, leading, most }),
  );
  const inner = Math.max(0, ...blocks.map(({ height }) => height));
  const extra = line.kind === "heading" ? 2 * padding : padding;
  const above = line.kind === "heading" ? extra + padding + 1 : extra;
  const bottom = top + inner + above + extra;
  // All columns are centred on the marks, even if one of them has more lines than the others.
  const centre = top + above + inner / 2;
  const texts = blocks.map((block) => movedDown(block, centre - block.height / 2));
  return { line, top, bottom, centre, texts };
}

interface CellText extends StyledText {
  x: number;
  width: number;
  most?: number | undefined;
}

function textsOf(line: ForestLine): CellText[] {
  const { cohort, product, countEnd, left, right } = columns;
  const across = { x: cohort.x, width: countEnd - cohort.x };
  switch (line.kind) {
    case "heading":
      return [{ text: line.text, x: left, width: right - left, style: styles.heading }];
    case "study": {
      const name = { style: styles.cell, most: sheet.most.name };
      return [
        { ...name, ...cohort, text: line.label },
        { ...name, ...product, text: line.product, muted: true },
      ];
    }
    case "pool":
      return [{ ...across, text: line.label, style: styles.strong }];
    case "prediction":
      return [{ ...across, text: line.label, style: styles.cell, muted: true }];
    case "note":
      return [{ ...across, text: line.text, style: styles.note, muted: true }];
  }
}
