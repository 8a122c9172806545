/**
 * Both classes on one labelled axis: the interval as a line, the estimate as the mark of its class.
 */

import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { SideStatement } from "#presentation/statement/side.ts";
import { MarkShape } from "../mark.tsx";

/** Vertical centre of each line, at the lines of text beside the chart. */
const lineOf: Readonly<Record<TherapyClass, number>> = { "car-t": 10, bsab: 31 };
const axisY = 38;
const height = 49;

export function Dumbbell({ sides, axis }: Pick<RowStatement, "sides" | "axis">) {
  const ticks = [0, axis / 2, axis];
  return (
    <svg
      class={`chart${axis === 100 ? "" : " zoomed"}`}
      width="100%"
      height={height}
      aria-hidden="true"
    >
      {ticks.map((tick) => (
        <g key={tick} class="tick">
          <line x1={x(tick, axis)} x2={x(tick, axis)} y1="3" y2={axisY} />
          <text x={x(tick, axis)} y={height}>
            {tick}
          </text>
        </g>
      ))}
      {therapyClasses.map((group) => (
        <Bar key={group} group={group} side={sides[group]} axis={axis} />
      ))}
    </svg>
  );
}

function Bar({ group, side, axis }: { group: TherapyClass; side: SideStatement; axis: number }) {
  if (side.at === null) return null;
  const [lower, estimate, upper] = side.at;
  const y = lineOf[group];
  return (
    <g class={group}>
      <line class="interval" x1={x(lower, axis)} x2={x(upper, axis)} y1={y} y2={y} />
      <svg x={x(estimate, axis)} y={y} overflow="visible" aria-hidden="true">
        <MarkShape group={group} />
      </svg>
    </g>
  );
}

/** Position in percent of the width, so that the chart needs no measuring and no inline styles. */
function x(value: number, axis: number): string {
  return `${Math.round((value / axis) * 1000) / 10}%`;
}
