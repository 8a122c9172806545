/** Holds the sizes and positions of the fixed parts of the figure, in units of the view box. */

/** Each column has its left edge here; columns with numbers are right-aligned and have their right edge here. */
export const columns = {
  left: 28,
  cohort: { x: 28, width: 262 },
  product: { x: 300, width: 108 },
  countEnd: 476,
  plot: { start: 502, end: 770 },
  estimateEnd: 824,
  rangeEnd: 900,
  right: 972,
} as const;

/** The axis is labelled at these fractions. */
export const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Holds the styles of texts by what the texts state. */
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
} as const;

export const sheet = {
  width: 1000,
  titleY: 42,
  /** Texts that depend on the question have at most this many lines. */
  most: { subtitle: 3, name: 2 },
  /** The height of a line of text is this multiple of the font size. */
  leading: 1.32,
  /** This much space lies above and below a line of the table. */
  padding: 3,
} as const;
