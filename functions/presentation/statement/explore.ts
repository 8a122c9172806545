/** What `/explore` says and draws: lines with marks on one axis, or trials as bubbles. */
import type { Interval } from "#core/answer/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { ratio } from "../words/ratios.ts";

export const exploredIds = ["groups", "regression"] as const;

export interface Explored {
  readonly id: (typeof exploredIds)[number];
  readonly heading: string;
  readonly says: readonly string[];
  readonly strips: readonly Strip[];
  readonly bubbles: Bubbles | null;
}

/** Lines on one axis; places on it are parts of it, from 0 to 1. */
export interface Strip extends Pick<Scale, "ticks"> {
  readonly title: string;
  readonly columns: readonly string[];
  readonly lines: readonly StripLine[];
  readonly notes: readonly string[];
}

export interface StripLine {
  readonly name: string;
  readonly beneath: string;
  /** Of each other column; the first text stands in the cell, the others in small print below it. */
  readonly cells: readonly (readonly string[])[];
  readonly marks: readonly StripMark[];
  readonly figures: readonly Figure[];
  /** Stands beside each of them, if it is not what stands beneath the name. */
  readonly source?: string;
}

/** Whether it has an axis at all. */
export const hasMarks = ({ lines }: Strip) => lines.some(({ marks }) => marks.length > 0);

export interface StripMark {
  /** Lower end, middle and upper end; both ends are the middle where no interval is known. */
  readonly at: readonly [number, number, number];
  readonly therapyClass: TherapyClass | null;
  readonly hollow: boolean;
}

/** A number for the table that is downloaded. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly interval: Interval | null;
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Bubbles {
  readonly axes: { readonly x: string; readonly y: string };
  readonly ticks: { readonly x: readonly Tick[]; readonly y: readonly Tick[] };
  readonly points: readonly {
    readonly name: string;
    readonly at: readonly [x: number, y: number];
    /** Its radius, as a part of the largest. */
    readonly size: number;
    readonly therapyClass: TherapyClass;
    readonly figures: readonly Figure[];
  }[];
  readonly bands: readonly {
    readonly therapyClass: TherapyClass;
    readonly line: readonly (readonly [x: number, low: number, y: number, high: number])[];
  }[];
  readonly notes: readonly string[];
}

interface Scale {
  /** At its ends and in its middle. */
  readonly ticks: readonly [string, string, string];
  readonly part: (value: number) => number;
}

const within = (part: number) => Math.min(1, Math.max(0, part));

/** Patients of 100. */
export function rateScale(end: number): Scale {
  const part = (value: number) => within(value / end);
  return { ticks: ["0", `${end / 2}`, `${end}`], part };
}

export function markOf(
  { value, interval }: Omit<Figure, "what">,
  { part }: Scale,
  therapyClass: TherapyClass | null,
  hollow = false,
): StripMark {
  const [lower, upper] = interval ?? [value, value];
  return { at: [part(lower), part(value), part(upper)], therapyClass, hollow };
}

/** None without a value. */
export function figure(
  what: string,
  value: number | null | undefined,
  interval: Interval | null = null,
): Figure[] {
  return value == null ? [] : [{ what, value, interval }];
}

/** `0.39 (0.2–0.91)` */
export function ratioText(
  value: number,
  interval: Interval | null | undefined,
  { numbers }: ScreenWords,
): string {
  const range = interval?.map((limit) => ratio(limit, numbers)).join("–");
  return [ratio(value, numbers), range && `(${range})`].filter(Boolean).join(" ");
}

/** All numbers of a part, one in a line of the table that is downloaded. */
export function figuresOf({ strips, bubbles }: Explored) {
  const lines = strips.flatMap(({ title, lines }) => lines.map((line) => ({ ...line, title })));
  const points = (bubbles?.points ?? []).map((point) => ({ ...point, title: point.therapyClass }));
  const named: readonly (Pick<StripLine, "name" | "figures" | "source"> & {
    title: string;
    beneath?: string;
  })[] = [...lines, ...points];
  return named.flatMap(({ title, name, beneath, source = beneath ?? "", figures }) =>
    figures.map(({ what, value, interval }) => {
      const [lower = null, upper = null] = interval ?? [];
      return { part: title, name, source, what, value, lower, upper };
    }),
  );
}
