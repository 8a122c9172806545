/**
 * Places names along the axis of a row: each next to its mark, never on a bar, a mark or another name, and never on the
 * numbers beyond the axis. A name that finds no place stands on a line above.
 */
import { labelGap, roundToTenth } from "../svg/geometry.ts";
import { measureTextWidth } from "../svg/text.ts";

/** The axis is 234 pixels wide on a phone of 390 pixels, and 164 on the narrowest phone, of 320. */
const usualWidth = 234;
const leastWidth = 164;
const style = { size: 14 } as const;

/** This many pixels lie between the end of the axis and the numbers, less the gap before the numbers. */
const roomAfterAxis = 17;

/** This many pixels are free after the axis if the column of numbers is empty. */
const roomWithoutNumber = 113;

/** The arrow of a bound is 20 pixels long; this is its length on the axis of 0 to 100. */
export const arrowLength = convertPixelsToAxis(20, usualWidth);

type LabelSpan = readonly [lower: number, upper: number];

export interface LabelView {
  readonly text: string;
  /** The label names the bar or the marks in this span, 0 to 100. */
  readonly along: LabelSpan;
  /** True if the label stands at the left edge where there is room, as names of classes do. */
  readonly isFirst: boolean;
  /** This shorter text is used if only it finds room along the axis. */
  readonly short?: string;
}

export interface Labels {
  readonly labels?: readonly PlacedLabel[];
  /** Holds the text that stands above the axis on every screen. */
  readonly above?: string;
}

export interface PlacedLabel {
  readonly text: string;
  /** The position on the axis is 0 to 100: the end of the bar or mark that the label names, or the edge of the axis. */
  readonly at: number;
  /** The label starts or ends {@link labelGap} pixels from its position; if absent, the label starts at the edge. */
  readonly anchor?: "start" | "end";
  /** It is true if the label has no room on the narrowest phones; there it stands above. */
  readonly isWide?: true;
  /**
   * It is true if the label extends into the empty column of numbers. With large text there is no such column, so
   * there the label stands above.
   */
  readonly isBeyond?: true;
}

interface ToPlace {
  /** Lists the spans that bars and marks cover. */
  readonly coveredSpans: readonly LabelSpan[];
  readonly labels: readonly LabelView[];
  /** It is true if the column of numbers beyond the axis is empty. */
  readonly isAlone?: boolean;
}

/** Places labels. Short texts are used only if fewer labels then stand above. */
export function placeLabelsShortenedIfNeeded(toPlace: ToPlace): Labels {
  const inShort = toPlace.labels.map((label) => ({ ...label, text: label.short ?? label.text }));
  const choices = [toPlace, { ...toPlace, labels: inShort }].map(placeLabelsAlongOrAboveAxis);
  return (
    choices.find(({ above, labels = [] }) => !above && labels.every(({ isWide }) => !isWide)) ??
    choices.find(({ above }) => above === undefined) ??
    placeLabelsAlongOrAboveAxis(toPlace)
  );
}

function placeLabelsAlongOrAboveAxis(toPlace: ToPlace): Labels {
  const room = toPlace.isAlone ? roomWithoutNumber : roomAfterAxis;
  const large = placeLabelsOnWidth(leastWidth, toPlace, roomAfterAxis);
  const narrow = placeLabelsOnWidth(leastWidth, toPlace, room, large);
  const usualPlaces = placeLabelsOnWidth(usualWidth, toPlace, room, narrow);
  const along: PlacedLabel[] = [];
  const above: string[] = [];
  for (const label of toPlace.labels) {
    const { text } = label;
    const place = usualPlaces.get(label);
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
 * Returns the places of labels on an axis of one width; a label that finds no room has none.
 *
 * @param width Width of the axis, in pixels.
 * @param room Room after the axis, in pixels.
 * @param narrower Places on a narrower axis; those names keep their sides, and the remaining ones go around them.
 */
function placeLabelsOnWidth(
  width: number,
  { coveredSpans, labels }: ToPlace,
  room: number,
  narrower: ReadonlyMap<LabelView, Place> = new Map(),
): ReadonlyMap<LabelView, Place> {
  const usedSpans = [...coveredSpans];
  const placed = new Map<LabelView, Place>();
  const place = (label: LabelView, places: readonly PlaceOnAxis[]) => {
    const free = places.find(({ span }) => isLabelSpanFree(span, usedSpans, { width, room }));
    if (!free) return;
    usedSpans.push(free.span);
    placed.set(label, { at: roundToTenth(free.at), anchor: free.anchor });
  };
  for (const [label, { anchor }] of narrower) {
    place(
      label,
      listPossibleLabelPlaces(label, width).filter((place) => place.anchor === anchor),
    );
  }
  for (const label of labels) {
    if (!placed.has(label)) place(label, listPossibleLabelPlaces(label, width));
  }
  return placed;
}

function listPossibleLabelPlaces(
  { text, along: [lower, upper], isFirst }: LabelView,
  axis: number,
): readonly PlaceOnAxis[] {
  const width = convertPixelsToAxis(measureTextWidth(text, style), axis);
  const space = convertPixelsToAxis(labelGap, axis);
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

function isLabelSpanFree(
  [lower, upper]: LabelSpan,
  usedSpans: readonly LabelSpan[],
  { width, room }: { width: number; room: number },
): boolean {
  const space = convertPixelsToAxis(labelGap, width) - 0.1;
  return (
    lower >= 0 &&
    upper <= 100 + convertPixelsToAxis(room, width) &&
    usedSpans.every(([from, to]) => upper + space <= from || lower - space >= to)
  );
}

function convertPixelsToAxis(pixels: number, axis: number): number {
  return (100 * pixels) / axis;
}
