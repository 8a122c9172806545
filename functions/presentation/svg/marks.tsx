/**
 * What stands for a number. A mark has the colour that it is given, as in a file, or without one that of
 * the shapes around it or of the style sheet.
 */
import type { ComponentChildren } from "preact";
import type { TherapyClass } from "#data/vocabulary.ts";
import { across, arrow, diamond, type Interval, tenth, uprights } from "./geometry.ts";

/** A circle or a rhombus of the same area: the classes differ in shape, not only in colour. */
export function ClassMark({ group }: { group: TherapyClass }) {
  return group === "car-t" ? <circle r="6" /> : <Rhombus half={7.5} />;
}

/** A class mark within text. */
export function Mark({ group }: { group: TherapyClass }) {
  return (
    <svg class={`mark ${group}`} viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      <ClassMark group={group} />
    </svg>
  );
}

function Rhombus({ half }: { half: number }) {
  return <path d={`M${-half} 0${diamond(half, half, half)}`} />;
}

interface SquareProps {
  side: number;
  x?: number;
  y?: number;
  colour?: string;
}

export function Square({ side, x = 0, y = 0, colour }: SquareProps) {
  const width = tenth(side);
  return (
    <rect
      x={tenth(x - side / 2)}
      y={tenth(y - side / 2)}
      width={width}
      height={width}
      fill={colour}
    />
  );
}

interface OfInterval {
  y: number;
  colour?: string | undefined;
  /** Whether it goes on where the axis ends. */
  goesOn?: boolean;
}

interface LineProps extends OfInterval {
  at: Interval;
  width?: number;
  /** What stands on it. */
  children?: ComponentChildren;
}

const dash = ([from, to]: Interval, y: number) => across(tenth(y), [tenth(from), tenth(to)]);

export function IntervalLine({ at, y, colour, width, goesOn = false, children }: LineProps) {
  return (
    <>
      <path d={dash(at, y)} stroke={colour} stroke-width={width} />
      {children}
      {goesOn && <Arrow x={at[1]} y={y} colour={colour} />}
    </>
  );
}

function Arrow({ x, y, colour }: { x: number; y: number; colour: string | undefined }) {
  return <path d={`M${tenth(x)} ${tenth(y)}${arrow}`} fill={colour} stroke="none" />;
}

interface DiamondProps {
  /** Its lower end, its estimate and its upper end. */
  at: readonly [number, number, number];
  y: number;
  colour?: string;
}

/** Of a pool. */
export function Diamond({ at: [lower, estimate, upper], y, colour }: DiamondProps) {
  const outline = diamond(tenth(estimate - lower), tenth(upper - estimate), 7.5);
  return (
    <path
      d={`M${tenth(lower)} ${tenth(y)}${outline}`}
      fill={colour}
      stroke={colour}
      stroke-linejoin="round"
    />
  );
}

/** Where the rate of another trial is expected: dashes between caps. */
export function Prediction({
  at,
  y,
  colour,
  goesOn = false,
}: Pick<LineProps, "at" | "y" | "colour" | "goesOn">) {
  const ends = (goesOn ? at.slice(0, 1) : at).map(tenth);
  return (
    <>
      <path d={dash(at, y)} stroke={colour} stroke-dasharray="4 3" />
      <path d={uprights(ends, tenth(y - 3.5), tenth(y + 3.5))} stroke={colour} />
      {goesOn && <Arrow x={at[1]} y={y} colour={colour} />}
    </>
  );
}
