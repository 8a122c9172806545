/**
 * Where names stand along the axis of a row: beside what they name, never on a bar, a mark or another name,
 * and never beyond the axis. What finds no place stands on a line above.
 */
import { widthOf } from "../svg/text.ts";

/** The axis of a phone of 390 pixels, in pixels; on narrower screens names stand above. */
const axisWidth = 238;
const style = { size: 14 } as const;
/** Between a name and what stands beside it, in pixels; a mark is 7 px on either side. */
const gap = 11;

/** Of the arrow of a bound, which is 20 pixels long, on the axis of 0 to 100. */
export const arrowLength = toAxis(20);

type Span = readonly [lower: number, upper: number];

export interface LabelView {
  readonly text: string;
  /** What it names, 0 to 100. */
  readonly along: Span;
  /** Whether it stands at the left edge, if there is room, as names of classes do. */
  readonly isFirst: boolean;
  /** Whether it stands above if it finds no place; else it is left out. */
  readonly mustStand: boolean;
  /** In place of the text, where it stands above. */
  readonly above?: string;
}

export interface Labels {
  readonly labels?: readonly PlacedLabel[];
  /** Above the axis, on every screen. */
  readonly above?: string;
  /** All names, for screens too narrow to have them along the axis. */
  readonly names?: string;
}

export interface PlacedLabel {
  readonly text: string;
  /** 0 to 100: where the text starts, or ends. */
  readonly at: number;
  readonly anchor: "start" | "end";
}

interface ToPlace {
  /** Where bars and marks lie. */
  readonly taken: readonly Span[];
  readonly labels: readonly LabelView[];
}

export function placeLabels({ taken, labels }: ToPlace): Labels {
  const used = [...taken];
  const placed: PlacedLabel[] = [];
  const above: string[] = [];
  for (const label of labels) {
    const place = placesOf(label).find((one) => isFree(one.span, used));
    if (place) {
      const { text } = label;
      placed.push({ text, at: place.at, anchor: place.anchor });
      used.push(place.span);
    } else if (label.mustStand) {
      above.push(label.above ?? label.text);
    }
  }
  const names = labels.filter(({ mustStand }) => mustStand).map((label) => label.above ?? label.text);
  return {
    ...(placed.length > 0 && { labels: placed }),
    ...(above.length > 0 && { above: above.join("; ") }),
    ...(placed.length > 0 && names.length > 0 && { names: names.join("; ") }),
  };
}

function placesOf({ text, along: [lower, upper], isFirst }: LabelView) {
  const width = toAxis(widthOf(text, style));
  const space = toAxis(gap);
  const start = { at: 0, anchor: "start" as const, span: [0, width] as Span };
  const after = {
    at: upper + space,
    anchor: "start" as const,
    span: [upper + space, upper + space + width] as Span,
  };
  const before = {
    at: lower - space,
    anchor: "end" as const,
    span: [lower - space - width, lower - space] as Span,
  };
  return isFirst ? [start, after] : [after, before];
}

function isFree([lower, upper]: Span, used: readonly Span[]): boolean {
  const space = toAxis(gap) - 0.1;
  return (
    lower >= 0 && upper <= 100 && used.every(([from, to]) => upper + space <= from || lower - space >= to)
  );
}

function toAxis(pixels: number): number {
  return (100 * pixels) / axisWidth;
}
