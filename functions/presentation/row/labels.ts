/**
 * Where names stand along the axis of a row: beside what they name, never on a bar, a mark or another name,
 * and never on the numbers beyond the axis. What finds no place stands on a line above.
 */
import { labelGap, tenth } from "../svg/geometry.ts";
import { widthOf } from "../svg/text.ts";

/** The axis of a phone of 390 pixels and that of the narrowest, of 320, in pixels. */
const usualWidth = 234;
const leastWidth = 164;
const style = { size: 14 } as const;

/** Between the end of the axis and the numbers, less what separates a name from them, in pixels. */
const roomAfterAxis = 17;

/** Of the arrow of a bound, which is 20 pixels long, on the axis of 0 to 100. */
export const arrowLength = toAxis(20, usualWidth);

type Span = readonly [lower: number, upper: number];

export interface LabelView {
  readonly text: string;
  /** What it names, 0 to 100. */
  readonly along: Span;
  /** Whether it stands at the left edge, if there is room, as names of classes do. */
  readonly isFirst: boolean;
  /** Whether it stands above if it finds no place. Of the others either all stand along the axis or none. */
  readonly mustStand: boolean;
  /** In place of the text, where it stands above: with the numbers of its marks. */
  readonly above?: string;
  /** In place of the text, where only this finds room along the axis. */
  readonly short?: string;
}

export interface Labels {
  readonly labels?: readonly PlacedLabel[];
  /** Above the axis, on every screen. */
  readonly above?: string;
  /** Names that stand above on the narrowest phones, and along the axis on others. */
  readonly names?: string;
  /** Names for which there is no room, with their numbers, for where there is more of it. */
  readonly listed?: string;
}

export interface PlacedLabel {
  readonly text: string;
  /** 0 to 100: the end of what it names, or the edge of the axis. */
  readonly at: number;
  /** It starts or ends beside that place, with {@link labelGap} between; absent: it starts at the edge. */
  readonly anchor?: "start" | "end";
  /** Set if it has no room on the narrowest phones. */
  readonly isWide?: true;
}

interface ToPlace {
  /** Where bars and marks lie. */
  readonly taken: readonly Span[];
  readonly labels: readonly LabelView[];
}

export function placeLabels(toPlace: ToPlace): Labels {
  const whole = placed(toPlace);
  if (isAlong(whole)) return whole;
  const inShort = placed({
    ...toPlace,
    labels: toPlace.labels.map((label) => ({ ...label, text: label.short ?? label.text })),
  });
  return isAlong(inShort) ? inShort : whole;
}

/** Whether every name stands along the axis, on every screen. */
export function isAlong({ above, names, listed }: Labels): boolean {
  return [above, names, listed].every((text) => text === undefined);
}

function placed(toPlace: ToPlace): Labels {
  const narrow = placedOn(leastWidth, toPlace);
  const usual = placedOn(usualWidth, toPlace, narrow);
  const along: PlacedLabel[] = [];
  const above: string[] = [];
  const names: string[] = [];
  for (const label of toPlace.labels) {
    const { text, mustStand, above: atLength = text } = label;
    const always = narrow.get(label);
    const place = usual.get(label);
    if (place) along.push({ text, ...placedAt(place), ...(!always && { isWide: true }) });
    if (mustStand && !place) above.push(atLength);
    if (mustStand && place && !always) names.push(atLength);
  }
  const others = toPlace.labels.filter((label) => !label.mustStand);
  const isListed = others.some((label) => !usual.has(label));
  return {
    ...(along.length > 0 && { labels: along }),
    ...(above.length > 0 && { above: above.join("; ") }),
    ...(names.length > 0 && { names: names.join("; ") }),
    ...(isListed && { listed: others.map((label) => label.above ?? label.text).join("; ") }),
  };
}

function placedAt({ at, anchor }: Place): Omit<PlacedLabel, "text"> {
  return anchor === "edge" ? { at } : { at, anchor };
}

type Place = Pick<PlacedLabel, "at"> & { readonly anchor: "edge" | "start" | "end" };

interface PlaceOnAxis extends Place {
  readonly span: Span;
}

/**
 * @param width of the axis, in pixels
 * @param narrower Where names stand on a narrower axis: there they stay, the others go around them.
 */
function placedOn(
  width: number,
  { taken, labels }: ToPlace,
  narrower: ReadonlyMap<LabelView, Place> = new Map(),
): ReadonlyMap<LabelView, Place> {
  const used = [...taken];
  const placed = new Map<LabelView, Place>();
  const place = (label: LabelView, places: readonly PlaceOnAxis[]) => {
    const free = places.find(({ span }) => isFree(span, used, width));
    if (!free) return;
    used.push(free.span);
    placed.set(label, { at: tenth(free.at), anchor: free.anchor });
  };
  for (const [label, { anchor }] of narrower) {
    place(
      label,
      placesOf(label, width).filter((one) => one.anchor === anchor),
    );
  }
  for (const label of labels) {
    if (!placed.has(label)) place(label, placesOf(label, width));
  }
  // One name beside one of several marks would be read as that of all.
  const isWhole = labels.every((label) => label.mustStand || placed.has(label));
  return isWhole ? placed : new Map([...placed].filter(([{ mustStand }]) => mustStand));
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

function isFree([lower, upper]: Span, used: readonly Span[], axis: number): boolean {
  const space = toAxis(labelGap, axis) - 0.1;
  return (
    lower >= 0 &&
    upper <= 100 + toAxis(roomAfterAxis, axis) &&
    used.every(([from, to]) => upper + space <= from || lower - space >= to)
  );
}

function toAxis(pixels: number, axis: number): number {
  return (100 * pixels) / axis;
}
