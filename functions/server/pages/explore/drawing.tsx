/**
 * The pictures of `/explore`: within the page, whose styles colour them, and as files by themselves,
 * for which every shape has the colours of the light theme as attributes.
 */
import { render } from "preact-render-to-string";
import { palettes } from "#presentation/forest/palette.ts";
import { wrap } from "#presentation/forest/text.ts";
import {
  type Bubbles,
  type Explored,
  hasMarks,
  type Strip,
  type StripLine,
  type StripMark,
} from "#presentation/statement/explore.ts";
import { MarkShape } from "#widget/views/mark.tsx";

const palette = palettes.light;

/** The marks of one line on its axis, 100 wide and 12 high. */
export function Marks({ strip, marks }: { strip: Strip; marks: readonly StripMark[] }) {
  return (
    <>
      <path class="scale" d="M0 0V12M50 0V12M100 0V12" stroke={palette.line} />
      {strip.zero && <path class="zero" d="M50 0V12" stroke={palette.edge} />}
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
        {therapyClass ? <MarkShape group={therapyClass} /> : <path d="M-5-5H5V5H-5z" />}
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
        <MarkShape group={therapyClass} />
      </g>
    </svg>
  );
}

const sheet = { width: 900, left: 16, number: 250, axis: 690, axisWidth: 170, row: 66, head: 40 };

/** As a file, in rows of one height; what is folded on the page is in the table only. */
export function pictureOf({ heading, says, strips, bubbles }: Explored, source: string): string {
  const rows = strips
    .filter(({ folded }) => !folded)
    .flatMap((strip) => [
      <Head key="head" strip={strip} />,
      ...strip.lines.map((line) => <Line key={line.name} line={line} strip={strip} />),
      <Texts key="notes" texts={[strip.notes.join(" ")]} width={860} />,
    ]);
  const drawn = sheet.head + rows.length * sheet.row;
  const foot = drawn + (bubbles ? bubblesSize.height : 0);
  const height = foot + sheet.row;
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
      <Texts first={heading} y={12} width={860} />
      {rows.map((row, index) => (
        <g key={index} transform={`translate(0 ${sheet.head + index * sheet.row})`}>
          {row}
        </g>
      ))}
      {bubbles && (
        <svg y={drawn} {...bubblesSize} aria-hidden="true">
          <BubblePlot bubbles={bubbles} />
        </svg>
      )}
      <Texts texts={[...(bubbles ? says.slice(0, 1) : []), source]} y={foot} width={860} />
    </svg>,
  );
}

interface TextsProps {
  /** In bold. */
  first?: string;
  texts?: readonly string[];
  width: number;
  x?: number;
  y?: number;
}

/** As many lines as a row has. */
function Texts({ first = "", texts = [], width, x = sheet.left, y = 0 }: TextsProps) {
  const bold = wrap(first, width, { size: 14, bold: true }, 2).lines;
  const lines = [...bold, ...texts.flatMap((text) => wrap(text, width, { size: 14 }, 3).lines)];
  return (
    <>
      {lines.slice(0, 3).map((text, index) => (
        <text
          key={index}
          x={x}
          y={y + 16 + 19 * index}
          {...(index < bold.length ? { "font-weight": 700 } : quiet)}
        >
          {text}
        </text>
      ))}
    </>
  );
}

function Head({ strip }: { strip: Strip }) {
  const { title } = strip;
  const ticks = hasMarks(strip) ? strip.ticks : [];
  return (
    <>
      <Texts first={title} y={34} width={600} />
      <g transform={`translate(${sheet.axis} 50)`} text-anchor="middle" {...quiet}>
        {ticks.map((text, index) => (
          <text key={text} x={(sheet.axisWidth * index) / 2}>
            {text}
          </text>
        ))}
      </g>
    </>
  );
}

function Line({ line: { name, beneath, cells, marks }, strip }: { line: StripLine; strip: Strip }) {
  const [[number = "", ...small] = [], ...more] = cells;
  const texts = [small, ...more].map((some) => some.filter(Boolean).join(" · "));
  return (
    <>
      <path d={`M${sheet.left} -2H${sheet.width - sheet.left}`} stroke={palette.line} />
      <Texts first={name} texts={[beneath]} width={225} />
      <Texts first={number} texts={texts} x={sheet.number} width={425} />
      <g
        transform={`translate(${sheet.axis} 0) scale(${sheet.axisWidth / 100})`}
        stroke-width="0.6"
      >
        {hasMarks(strip) && <Marks strip={strip} marks={marks} />}
      </g>
    </>
  );
}
