/** Draws parts of drawings whose width is not known, so horizontal positions are fractions of it. */
import type { ComponentChildren } from "preact";
import { type PlacedInterval, roundToTenth } from "./geometry.ts";

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
