/** Gridlines, the axis, and the horizontal rules of the table. */

import { positionOf, ticks } from "./layout.ts";
import type { Palette } from "./palette.ts";
import { useSheet } from "./sheet.ts";
import { Text, tenth } from "./text-block.tsx";

export function Rule({ y, colour, thin = false }: { y: number; colour: string; thin?: boolean }) {
  const { columns } = useSheet();
  return (
    <line
      x1={columns.left}
      x2={columns.right}
      y1={tenth(y)}
      y2={tenth(y)}
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
  const sheet = useSheet();
  return (
    <g stroke={palette.line}>
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={tenth(positionOf(tick, sheet))}
          x2={tenth(positionOf(tick, sheet))}
          y1={tenth(top)}
          y2={tenth(axisY)}
        />
      ))}
    </g>
  );
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
  return (
    <>
      <g stroke={palette.edge}>
        <line x1={start} x2={end} y1={tenth(axisY)} y2={tenth(axisY)} />
        {ticks.map((tick) => (
          <line
            key={tick}
            x1={tenth(positionOf(tick, sheet))}
            x2={tenth(positionOf(tick, sheet))}
            y1={tenth(axisY)}
            y2={tenth(axisY + 5)}
          />
        ))}
      </g>
      {ticks.map((tick) => (
        <Text
          key={tick}
          x={positionOf(tick, sheet)}
          y={axisY + line}
          style="tick"
          fill={palette.muted}
          anchor="middle"
        >
          {String(Number((tick * most).toPrecision(3)))}
        </Text>
      ))}
      <Text
        x={(start + end) / 2}
        y={axisY + 2 * line}
        style="tick"
        fill={palette.muted}
        anchor="middle"
      >
        {title}
      </Text>
    </>
  );
}
