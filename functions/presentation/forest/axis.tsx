/** Gridlines, the axis, and the horizontal rules of the table. */

import { tenth } from "../statement/axis.ts";
import { positionOf, ticksOf } from "./layout.ts";
import type { Palette } from "./palette.ts";
import { type Sheet, useSheet } from "./sheet.ts";
import { Text } from "./text-block.tsx";

export function Rule({ y, colour, thin = false }: { y: number; colour: string; thin?: boolean }) {
  const { columns } = useSheet();
  return (
    <path
      d={`M${columns.left} ${tenth(y)}H${columns.right}`}
      stroke={colour}
      stroke-width={thin ? 0.75 : 1.5}
    />
  );
}

interface GridProps {
  top: number;
  axisY: number;
  palette: Palette;
}

export function Grid({ top, axisY, palette }: GridProps) {
  return <path d={upright(useSheet(), top, axisY)} stroke={palette.line} />;
}

/** A line at each tick. */
function upright(sheet: Sheet, from: number, to: number): string {
  return ticksOf(sheet)
    .map((tick) => `M${tenth(positionOf(tick, sheet))} ${tenth(from)}V${tenth(to)}`)
    .join("");
}

interface AxisProps extends Omit<GridProps, "top"> {
  title: string;
  /** What its right end stands for. */
  end: number;
}

export function Axis({ axisY, palette, title, end: most }: AxisProps) {
  const sheet = useSheet();
  const { start, end } = sheet.columns.plot;
  const line = sheet.styles.tick.size + 6.5;
  const at = { style: "tick", fill: palette.muted, anchor: "middle" } as const;
  return (
    <>
      <path
        d={`M${start} ${tenth(axisY)}H${end}${upright(sheet, axisY, axisY + 5)}`}
        stroke={palette.edge}
      />
      {ticksOf(sheet).map((tick) => (
        <Text key={tick} x={positionOf(tick, sheet)} y={axisY + line} {...at}>
          {String(Number((tick * most).toPrecision(3)))}
        </Text>
      ))}
      <Text x={(start + end) / 2} y={axisY + 2 * line} {...at}>
        {title}
      </Text>
    </>
  );
}
