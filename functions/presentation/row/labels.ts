/**
 * Places names along the axis of a row: each next to its mark, never on a bar, a mark or another name, and never on
 * the numbers beyond the axis. A name that finds no place stands on a line above.
 */
import { labelGap, tenth } from "../svg/geometry.ts";
import { widthOf } from "../svg/text.ts";

/** Holds the axis of a phone of 390 pixels and that of the narrowest, of 320, in pixels. */
const usualWidth = 234;
const leastWidth = 164;
const style = { size: 14 } as const;

/** Pixels between the end of the axis and the numbers, less the gap before the numbers. */
const roomAfterAxis = 17;

/** Pixels after the axis if the column of numbers is empty. */
const roomWithoutNumber = 113;

/** Length of the arrow of a bound on the axis of 0 to 100; it is 20 pixels on the screen. */
export const arrowLength = toAxis(20, usualWidth);

type LabelSpan = readonly [lower: number, upper: number];

export interface LabelView {
  readonly text: string;
  /** The span of the bar or the marks that it names, 0 to 100. */
  readonly along: LabelSpan;
  /** If true, it stands at the left edge where there is room, as names of classes do. */
  readonly isFirst: boolean;
  /** The text if only this one finds room along the axis. */
  readonly short?: string;
}

export interface Labels {
  readonly labels?: readonly PlacedLabel[];
  /** Holds the text above the axis, on every screen. */
  readonly above?: string;
}

export interface PlacedLabel {
  readonly text: string;
  /** 0 to 100: the end of the bar or mark that it names, or the edge of the axis. */
  readonly at: number;
  /** It starts or ends {@link labelGap} pixels from that place; if absent, it starts at the edge. */
  readonly anchor?: "start" | "end";
  /** Set if it has no room on the narrowest phones; there it stands above. */
  readonly isWide?: true;
  /** Set if it goes on over the empty column of numbers; large text has no such column, so there it stands above. */
  readonly isBeyond?: true;
}

interface ToPlace {
  /** Spans that bars and marks take. */
  readonly taken: readonly LabelSpan[];
  readonly labels: readonly LabelView[];
  /** True if the column of numbers beyond the axis is empty. */
  readonly isAlone?: boolean;
}

/** Places labels; their short texts are taken only if fewer of them then stand above. */
export function placeLabels(toPlace: ToPlace): Labels {
  const inShort = toPlace.labels.map((label) => ({ ...label, text: label.short ?? label.text }));
  const choices = [toPlace, { ...toPlace, labels: inShort }].map(placed);
  return (
    choices.find(({ above, labels = [] }) => !above && labels.every(({ isWide }) => !isWide)) ??
    choices.find(({ above }) => above === undefined) ??
    placed(toPlace)
  );
}

function placed(toPlace: ToPlace): Labels {
  const room = toPlace.isAlone ? roomWithoutNumber : roomAfterAxis;
  const large = placedOn(leastWidth, toPlace, roomAfterAxis);
  const narrow = placedOn(leastWidth, toPlace, room, large);
  const usual = placedOn(usualWidth, toPlace, room, narrow);
  const along: PlacedLabel[] = [];
  const above: string[] = [];
  for (const label of toPlace.labels) {
    const { text } = label;
    const place = usual.get(label);
    const isWide = !narrow.has(label);
    const isBeyond = !isWide && !large.has(label);
    if (!place) {
      above.push(text);
      continue;
    }
    const { at, anchor } = place;
    along.push({
      ...{ text, at, ...(anchor !== "edge" && { anchor }) },
      ...(isWide && { isWide }),
      ...(isBeyond && { isBeyond }),
    });
  }
  return {
    ...(along.length > 0 && { labels: along }),
    ...(above.length > 0 && { above: above.join("; ") }),
  };
}

type Place = Pick<PlacedLabel, "at"> & { readonly anchor: "edge" | "start" | "end" };

interface PlaceOnAxis extends Place {
  readonly span: LabelSpan;
}

/**
 * @param width Width of the axis, in pixels.
 * @param room Room after the axis, in pixels.
 * @param narrower Places on a narrower axis; those names keep their sides, and the remaining ones go around them.
 */
function placedOn(
  width: number,
  { taken, labels }: ToPlace,
  room: number,
  narrower: ReadonlyMap<LabelView, Place> = new Map(),
): ReadonlyMap<LabelView, Place> {
  const used = [...taken];
  const placed = new Map<LabelView, Place>();
  const place = (label: LabelView, places: readonly PlaceOnAxis[]) => {
    const free = places.find(({ span }) => isFree(span, used, { width, room }));
    if (!free) return;
    used.push(free.span);
    placed.set(label, { at: tenth(free.at), anchor: free.anchor });
  };
  for (const [label, { anchor }] of narrower) {
    place(
      label,
      placesOf(label, width).filter((place) => place.anchor === anchor),
    );
  }
  for (const label of labels) {
    if (!placed.has(label)) place(label, placesOf(label, width));
  }
  return placed;
}

function placesOf(
  { text, along: [lower, upper], isFirst }: LabelView,
  axis: number,
): readonly PlaceOnAxis[] {
  const width = toAxis(widthOf(text, style), axis);
  const space = toAxis(labelGap, axis);
  const start: PlaceOnAxis = { at: 0, anchor: "edge", span: [0, width] };
  const after: PlaceOnAxis = {
    at: upper,
    anchor: "start",
    span: [upper + space, upper + space + width],
  };
  const before: PlaceOnAxis = {
    at: lower,
    anchor: "end",
    span: [lower - space - width, lower - space],
  };
  return isFirst ? [start, after] : [after, before];
}

function isFree(
  [lower, upper]: LabelSpan,
  used: readonly LabelSpan[],
  { width, room }: { width: number; room: number },
): boolean {
  const space = toAxis(labelGap, width) - 0.1;
  return (
    lower >= 0 &&
    upper <= 100 + toAxis(room, width) &&
    used.every(([from, to]) => upper + space <= from || lower - space >= to)
  );
}

function toAxis(pixels: number, axis: number): number {
  return (100 * pixels) / axis;
}
