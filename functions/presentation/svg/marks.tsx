/** Draws the marks of the classes, and parts of drawings whose width is not known. */

import type { ComponentChildren } from "preact";
import type { TherapyClass } from "#data/vocabulary.ts";
import { makeDiamondPath, type PlacedInterval, roundToTenth } from "./geometry.ts";

/** Draws a circle or a rhombus of the same area: the classes differ in shape, not only in colour. */
export function ClassMark({ group }: { group: TherapyClass }) {
  return group === "car-t" ? (
    <circle r="6" />
  ) : (
    <path d={`M-7.5 0${makeDiamondPath(7.5, 7.5, 7.5)}`} />
  );
}

export function InlineClassMark({ group }: { group: TherapyClass }) {
  return (
    <svg class={`mark ${group}`} viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      <ClassMark group={group} />
    </svg>
  );
}

/** Holds an arrow for each kind of bound, which shows from the position of the bound on which side a rate lies. */
export const boundPaths: Readonly<Partial<Record<string, string>>> = {
  "at-least": "M0 -6V6M0 0H13M9 -4L13 0L9 4",
  above: "M0 -6V6M0 0H13M9 -4L13 0L9 4",
  below: "M0 -6V6M0 0H-13M-9 -4L-13 0L-9 4",
};

// Draws parts of drawings whose width is not known, so horizontal positions are fractions of it.

/**
 * Returns a fraction of the width as a percentage.
 *
 * @param part A fraction, 0 to 1.
 */
export function formatWidthShare(part: number): string {
  return `${roundToTenth(part * 100)}%`;
}

interface PlacedProps {
  at: number;
  y: number | string;
  children: ComponentChildren;
}

/** Places its children at a fraction of the width. */
export function PlacedAtShare({ at, y, children }: PlacedProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a part of a drawing, which is hidden or has a name
    <svg x={formatWidthShare(at)} y={y} overflow="visible">
      {children}
    </svg>
  );
}

interface LineProps {
  name: string;
  at: PlacedInterval;
  y: number | string;
}

export function HorizontalLine({ name, at: [from, to], y }: LineProps) {
  return <line class={name} x1={formatWidthShare(from)} x2={formatWidthShare(to)} y1={y} y2={y} />;
}

/** Draws a vertical line across the whole height. */
export function VerticalLine({ name, at }: { name: string; at: number }) {
  return <line class={name} x1={formatWidthShare(at)} x2={formatWidthShare(at)} y2="100%" />;
}
