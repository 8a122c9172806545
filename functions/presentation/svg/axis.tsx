/** The axis, its gridlines, and the rules of a table. */
import { across, placeOn, type Span, tenth, uprights } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import type { TextStyle } from "./text.ts";
import { Text } from "./text-block.tsx";

/** A part of the axis, 0 to 1, and what it is called. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

interface Props {
  span: Span;
  ticks: readonly Tick[];
  /** Where the line of the axis is. */
  y: number;
  palette: Palette;
}

const placesOf = ({ span, ticks }: Props) => ticks.map(({ at }) => tenth(placeOn(span, at)));

export function Grid({ top, ...axis }: Props & { top: number }) {
  return (
    <path d={uprights(placesOf(axis), tenth(top), tenth(axis.y))} stroke={axis.palette.line} />
  );
}

export function Axis({ title, style, ...axis }: Props & { title: string; style: TextStyle }) {
  const { span, ticks, y, palette } = axis;
  const { start, end } = span;
  const line = style.size + 6.5;
  const top = tenth(y);
  return (
    <>
      <path
        d={across(top, [start, end]) + uprights(placesOf(axis), top, tenth(y + 5))}
        stroke={palette.edge}
      />
      <TickNames span={span} ticks={ticks} y={y + line} style={style} fill={palette.muted} />
      <Text
        x={(start + end) / 2}
        y={y + 2 * line}
        anchor="middle"
        style={style}
        fill={palette.muted}
      >
        {title}
      </Text>
    </>
  );
}

interface TickNamesProps extends Pick<Props, "span" | "ticks" | "y"> {
  style: TextStyle;
  fill: string;
}

function TickNames({ span, ticks, ...line }: TickNamesProps) {
  return (
    <>
      {ticks.map(({ at, text }) => (
        <Text key={at} x={placeOn(span, at)} anchor="middle" {...line}>
          {text}
        </Text>
      ))}
    </>
  );
}

interface RuleProps {
  y: number;
  span: Span;
  colour: string;
  thin?: boolean;
}

export function Rule({ y, span: { start, end }, colour, thin = false }: RuleProps) {
  return (
    <path d={across(tenth(y), [start, end])} stroke={colour} stroke-width={thin ? 0.75 : 1.5} />
  );
}
