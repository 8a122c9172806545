/** Parts of drawings whose width is not known: places across are shares of it. */
import type { ComponentChildren } from "preact";
import { type PlacedInterval, tenth } from "./geometry.ts";

/** @param part A share of the width, 0 to 1. */
export function share(part: number): string {
  return `${tenth(part * 100)}%`;
}

interface PlacedProps {
  at: number;
  y: number | string;
  children: ComponentChildren;
}

/** Places its children at a share of the width. */
export function Placed({ at, y, children }: PlacedProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a part of a drawing, which is hidden or has a name
    <svg x={share(at)} y={y} overflow="visible">
      {children}
    </svg>
  );
}

interface LineProps {
  name: string;
  at: PlacedInterval;
  y: number | string;
}

export function Line({ name, at: [from, to], y }: LineProps) {
  return <line class={name} x1={share(from)} x2={share(to)} y1={y} y2={y} />;
}

/** Returns an upright line across the whole height. */
export function Upright({ name, at }: { name: string; at: number }) {
  return <line class={name} x1={share(at)} x2={share(at)} y2="100%" />;
}
