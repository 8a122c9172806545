/** Where the names of the points of a plot stand: beside their point, on no other name and on no other point. */
import { widthOf } from "#presentation/svg/text.ts";

/** A point as it is drawn; places and its radius in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: string;
  /** Its place in the list below, which stands for the name where there is no room for it. */
  readonly number: number;
}

export interface PlacedName {
  readonly text: string;
  /** From the middle of the point to that of the text's near edge, or of the text. */
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "middle" | "end";
  /** Whether a line leads from the point to the text. */
  readonly isLed: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Height of a line of 14 px, and what is free between a point and its name. */
const [lineHeight, gap] = [16, 4];
const style = { size: 14 } as const;

/**
 * Names of the largest points are placed first. A name that finds no place gives way to its number, which may stand
 * farther off.
 *
 * @param room Where names may stand, in pixels.
 * @returns A text for each point, in the order of the points.
 */
export function placeNames(points: readonly Point[], room: Box): readonly PlacedName[] {
  const bubbles = points.map(boxOfPoint);
  const taken: Box[] = [];
  const placed = new Map<Point, PlacedName>();
  const place = (point: Point, text: string, reach: number, around: readonly Box[]) => {
    const own = boxOfPoint(point);
    const free = candidates(point, text, reach).find(({ box }) => {
      const isInRoom =
        box.left >= room.left &&
        box.right <= room.right &&
        box.top >= room.top &&
        box.bottom <= room.bottom;
      return isInRoom && [...taken, ...around, own].every((other) => !overlap(box, other));
    });
    if (!free) return false;
    taken.push(free.box);
    placed.set(point, free.name);
    return true;
  };
  const bySize = [...points].sort((one, other) => other.radius - one.radius);
  for (const point of bySize) place(point, point.name, 2, bubbles);
  for (const point of bySize.filter((one) => !placed.has(one))) {
    const text = String(point.number);
    // Where points lie too close a number stands on another point rather than nowhere.
    if (!place(point, text, 8, bubbles) && !place(point, text, 16, [])) {
      placed.set(point, { text, dx: 0, dy: 0, anchor: "middle", isLed: false });
    }
  }
  return points.flatMap((point) => placed.get(point) ?? []);
}

function boxOfPoint({ x, y, radius }: Point): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/** The nearest first: beside the point, above and below it, then in steps of a line. */
function candidates({ x, y, radius }: Point, text: string, reach: number) {
  const width = widthOf(text, style);
  const half = lineHeight / 2;
  const beside = radius + gap;
  const at = (dx: number, dy: number, anchor: PlacedName["anchor"], isLed: boolean) => {
    const start = x + dx;
    const left = anchor === "start" ? start : anchor === "end" ? start - width : start - width / 2;
    const box = { left, right: left + width, top: y + dy - half, bottom: y + dy + half };
    return { box, name: { text, dx, dy, anchor, isLed } };
  };
  const shifts = Array.from({ length: reach }, (_, index) => (index + 1) * lineHeight);
  return [
    at(beside, 0, "start", false),
    at(-beside, 0, "end", false),
    at(0, -(beside + half), "middle", false),
    at(0, beside + half, "middle", false),
    ...shifts.flatMap((shift) =>
      [-shift, shift].flatMap((dy) => [
        at(beside + 2 * gap, dy, "start", true),
        at(-beside - 2 * gap, dy, "end", true),
      ]),
    ),
  ];
}
