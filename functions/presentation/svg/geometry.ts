/** Computes positions on an axis and the paths through them, in the units of a drawing. */

export type PlacedInterval = readonly [number, number];

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Rounds to tenths. A smaller step is invisible, and more digits would only enlarge the file. */
export function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Returns the position of a fraction of an axis, in the unit of its span.
 *
 * @param part A fraction of the axis. It is limited to 0 to 1, because rounding may exceed these.
 */
export function placeFractionOnAxis({ start, end }: Span, part: number): number {
  return start + Math.min(1, Math.max(0, part)) * (end - start);
}

const largestSide = 15;
const smallestSide = 2.5;

/** Returns the side of a square whose area is proportional to the weight; a minimum keeps every square visible. */
export function scaleSquareSide(weight: number, largestWeight: number): number {
  if (largestWeight <= 0) return smallestSide;
  return Math.max(smallestSide, largestSide * Math.sqrt(weight / largestWeight));
}

export function makeHorizontalPath(y: number, [from, to]: PlacedInterval): string {
  return `M${from} ${y}H${to}`;
}

/** Returns the path of a vertical line at each position: gridlines, ticks, the ends of an interval. */
export function makeVerticalLinesPath(places: readonly number[], from: number, to: number): string {
  return places.map((x) => `M${x} ${from}V${to}`).join("");
}

/** Returns the path of a diamond from its left corner, as wide as an interval and highest at its estimate. */
export function makeDiamondPath(before: number, after: number, half: number): string {
  return `l${before}-${half} ${after} ${half}-${after} ${half}z`;
}

/** Draws an arrow to the right from the end of an axis, because the interval continues. */
export const arrow = "v-4l7 4-7 4z";

/** This many pixels lie between a name and its neighbour; a mark reaches 7 pixels to either side of its position. */
export const labelGap = 11;
