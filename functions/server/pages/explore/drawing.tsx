/**
 * The pictures of `/explore`: within the page, whose styles colour them, and as files by themselves,
 * for which every shape has the colours of the light theme as attributes.
 */
import type { ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import {
  type Bubbles,
  type Explored,
  hasMarks,
  type Strip,
  type StripLine,
  type StripMark,
} from "#presentation/statement/explore.ts";
import { ClassMark } from "#presentation/svg/marks.tsx";
import { palettes } from "#presentation/svg/palette.ts";
import { wrap } from "#presentation/svg/text.ts";

const palette = palettes.light;

/** The marks of one line on its axis, 100 wide and 12 high. */
export function Marks({ marks }: { marks: readonly StripMark[] }) {
  return (
    <>
      <path class="scale" d="M0 0V12M50 0V12M100 0V12" stroke={palette.line} />
      {marks.map((mark, index) => (
        <Mark key={index} mark={mark} y={(12 * (index + 1)) / (marks.length + 1)} />
      ))}
    </>
  );
}

function Mark({ mark: { at, therapyClass, hollow }, y }: { mark: StripMark; y: number }) {
  const [low, x, high] = at.map((part) => Number((100 * part).toFixed(2)));
  const colour = therapyClass ? palette[therapyClass] : palette.ink;
  const name = [therapyClass ?? "both", hollow && "hollow"].filter(Boolean).join(" ");
  return (
    <g class={name} stroke={colour} fill={hollow ? palette.paper : colour}>
      <path d={`M${low} ${y}H${high}`} />
      <g transform={`translate(${x} ${y}) scale(0.36)`} stroke-width="2.5">
        {therapyClass ? <ClassMark group={therapyClass} /> : <path d="M-5-5H5V5H-5z" />}
      </g>
    </g>
  );
}

/** Places across are in percent, so that it is as wide as the page and its letters stay as large. */
const plot = { left: 11, width: 84, top: 44, height: 260 };
/** Of the width, on both sides, so that no bubble lies on a label. */
const free = 0.04;
const percent = (value: number) => `${value.toFixed(2)}%`;
const across = (part: number) => percent(plot.left + plot.width * (free + (1 - 2 * free) * part));
const down = (part: number) => plot.top + plot.height * (1 - part);
const [first, last] = [percent(plot.left), percent(plot.left + plot.width)];
const bottom = down(0);
const quiet = { "font-size": 14, fill: palette.muted };

export const bubblesSize = { width: "100%", height: bottom + 52 };

export function BubblePlot({ bubbles: { axes, ticks, points, bands } }: { bubbles: Bubbles }) {
  return (
    <>
      {ticks.y.map(({ at, text }) => (
        <g key={text} transform={`translate(0 ${down(at)})`}>
          <line class="scale" x1={first} x2={last} stroke={palette.line} />
          <text x={percent(plot.left - 1)} y={5} text-anchor="end" {...quiet}>
            {text}
          </text>
        </g>
      ))}
      {ticks.x.map(({ at, text }) => (
        <text key={text} x={across(at)} y={bottom + 22} text-anchor="middle" {...quiet}>
          {text}
        </text>
      ))}
      <text y="16" {...quiet}>
        {axes.y}
      </text>
      <text x={last} y={bottom + 44} text-anchor="end" {...quiet}>
        {axes.x}
      </text>
      <svg
        x={across(0)}
        y={plot.top}
        width={percent(plot.width * (1 - 2 * free))}
        height={plot.height}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bands.map((band) => (
          <Band key={band.therapyClass} {...band} />
        ))}
      </svg>
      {points.map((point) => (
        <Bubble key={point.name} {...point} />
      ))}
    </>
  );
}

function Band({ therapyClass, line }: Bubbles["bands"][number]) {
  const path = (places: readonly (readonly [number, number])[]) =>
    places.map(([x, y]) => `${x.toFixed(4)} ${(1 - y).toFixed(4)}`).join("L");
  const upper = line.map(([x, , , high]) => [x, high] as const).reverse();
  if (line.length < 2) return null;
  return (
    <g class={therapyClass} fill={palette[therapyClass]} stroke={palette[therapyClass]}>
      <path
        class="band"
        d={`M${path([...line.map(([x, low]) => [x, low] as const), ...upper])}Z`}
        fill-opacity="0.15"
        stroke="none"
      />
      <path
        d={`M${path(line.map(([x, , y]) => [x, y]))}`}
        fill="none"
        stroke-width="2"
        vector-effect="non-scaling-stroke"
      />
    </g>
  );
}

function Bubble({ name, at: [x, y], size, therapyClass }: Bubbles["points"][number]) {
  const colours = { fill: palette[therapyClass], stroke: palette[therapyClass] };
  const scale = Number((0.5 + 2.7 * size).toFixed(2));
  return (
    <svg class={therapyClass} x={across(x)} y={down(y)} overflow="visible" {...colours}>
      <title>{name}</title>
      <g transform={`scale(${scale})`} stroke-width={1.5 / scale} fill-opacity="0.35">
        <ClassMark group={therapyClass} />
      </g>
    </svg>
  );
}

const sheet = { width: 900, text: 868, left: 16, number: 250, axis: 690, axisWidth: 170, line: 19 };

/** As high as its lines need: no number is cut off. */
interface Row {
  readonly height: number;
  readonly content: ComponentChildren;
}

/** As a file. */
export function pictureOf({ heading, says, strips, bubbles }: Explored, source: string): string {
  const rows = [
    textRow([heading], [], { y: 12 }),
    ...strips.flatMap((strip) => [
      headOf(strip),
      ...strip.lines.map((line) => rowOf(line, strip)),
      textRow([], [strip.notes.join(" ")]),
    ]),
    ...(bubbles ? [{ height: bubblesSize.height, content: bubblesOf(bubbles) }] : []),
    textRow([], [...(bubbles ? says.slice(0, 1) : []), source]),
  ];
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  let y = 0;
  return render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={sheet.width}
      height={height}
      font-family="system-ui, sans-serif"
      font-size="14"
      fill={palette.ink}
      role="img"
      aria-label={heading}
    >
      <rect width={sheet.width} height={height} fill={palette.paper} />
      {rows.map((row, index) => {
        y += row.height;
        return (
          <g key={index} transform={`translate(0 ${y - row.height})`}>
            {row.content}
          </g>
        );
      })}
    </svg>,
  );
}

function bubblesOf(bubbles: Bubbles) {
  return (
    <svg {...bubblesSize} aria-hidden="true">
      <BubblePlot bubbles={bubbles} />
    </svg>
  );
}

/** @param first In bold. */
function textRow(
  first: readonly string[],
  texts: readonly string[] = [],
  { x = sheet.left, y = 0, width = sheet.text } = {},
): Row {
  const broken = (some: readonly string[], bold: boolean) =>
    some.flatMap((text) => wrap(text, width, { size: 14, bold }).lines);
  const bold = broken(first, true);
  const lines = [...bold, ...broken(texts, false)];
  const content = lines.map((text, index) => (
    <text
      key={index}
      x={x}
      y={y + 16 + sheet.line * index}
      {...(index < bold.length ? { "font-weight": 700 } : quiet)}
    >
      {text}
    </text>
  ));
  return { height: y + sheet.line * lines.length + 9, content };
}

function headOf(strip: Strip): Row {
  const title = textRow([strip.title], [], { y: 34, width: 600 });
  const ticks = hasMarks(strip) ? strip.ticks : [];
  const content = (
    <>
      {title.content}
      <g transform={`translate(${sheet.axis} 50)`} text-anchor="middle" {...quiet}>
        {ticks.map((text, index) => (
          <text key={text} x={(sheet.axisWidth * index) / 2}>
            {text}
          </text>
        ))}
      </g>
    </>
  );
  return { ...title, content };
}

function rowOf({ name, beneath, cells, marks }: StripLine, strip: Strip): Row {
  const [[number = "", ...small] = [], ...more] = cells;
  const texts = [small, ...more].map((some) => some.filter(Boolean).join(" · "));
  const parts = [
    textRow([name], [beneath], { width: 225 }),
    textRow([number], texts, { x: sheet.number, width: 425 }),
  ];
  const content = (
    <>
      <path d={`M${sheet.left} -2H${sheet.width - sheet.left}`} stroke={palette.line} />
      {parts.map((part) => part.content)}
      <g
        transform={`translate(${sheet.axis} 0) scale(${sheet.axisWidth / 100})`}
        stroke-width="0.6"
      >
        {hasMarks(strip) && <Marks marks={marks} />}
      </g>
    </>
  );
  return { height: Math.max(...parts.map(({ height }) => height)), content };
}
