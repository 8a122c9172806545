/** Draws the figure as a file. */
import { render } from "preact-render-to-string";
import type { Answer, Row } from "#core/answer/answer.ts";
import { across, placeOn, tenth, uprights } from "#presentation/svg/geometry.ts";
import { type Palette, type PaletteTheme, palettes } from "#presentation/svg/palette.ts";
import { Blocks, Name, Text } from "#presentation/svg/text-block.tsx";
import { type ForestFigure, figureOf } from "./figure.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { Part } from "./rows.tsx";
import { columns, sheet, styles, ticks } from "./sheet.ts";

export interface ForestProps {
  figure: ForestFigure;
  layout: Layout;
  palette: Palette;
}

export function forestSvg(row: Row, answer: Answer, theme: PaletteTheme): string {
  const figure = figureOf(row, answer);
  return render(<Forest figure={figure} layout={layoutOf(figure)} palette={palettes[theme]} />);
}

const fonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/** Draws the figure with presentation attributes only, so that it works under any policy and in any program. */
function Forest(props: ForestProps) {
  const { figure, layout, palette } = props;
  const name = `forest-${figure.outcome}`;
  const [title, description] = [`${name}-title`, `${name}-description`];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={sheet.width}
      height={layout.height}
      viewBox={`0 0 ${sheet.width} ${layout.height}`}
      role="img"
      aria-labelledby={`${title} ${description}`}
      font-family={fonts}
    >
      <title id={title}>{[figure.title, figure.detail].filter(Boolean).join(", ")}</title>
      <desc id={description}>{figure.description}</desc>
      <rect width={sheet.width} height={layout.height} fill={palette.paper} />
      <Top {...props} />
      {layout.axisY === null ? <Empty {...props} /> : <Plot {...props} axisY={layout.axisY} />}
      <Foot {...props} />
    </svg>
  );
}

function Top({ figure, layout, palette }: ForestProps) {
  return (
    <>
      <Name
        x={columns.left}
        y={sheet.titleY}
        style={styles.title}
        fill={palette.ink}
        aside={figure.detail}
        gap={10}
        quiet={{ style: styles.detail, fill: palette.muted }}
      >
        {figure.title}
      </Name>
      <Blocks blocks={layout.subtitle} palette={palette} />
    </>
  );
}

function Empty({ figure, layout, palette }: ForestProps) {
  const y = layout.headBottom;
  return (
    <>
      <RuleLine y={y} colour={palette.ink} />
      <Text x={columns.left} y={y + 34} style={styles.heading} fill={palette.ink}>
        {figure.empty}
      </Text>
    </>
  );
}

interface LineProps {
  y: number;
  colour: string;
  thin?: boolean;
}

/** Draws a horizontal rule from edge to edge. */
function RuleLine({ y, colour, thin = false }: LineProps) {
  const path = across(tenth(y), [columns.left, columns.right]);
  return <path d={path} stroke={colour} stroke-width={thin ? 0.75 : 1.5} />;
}

interface ForestPlotProps extends ForestProps {
  axisY: number;
}

function Plot({ figure, layout, palette, axisY }: ForestPlotProps) {
  const gridlines = uprights(tickPlaces, tenth(layout.headBottom + 4), tenth(axisY));
  const weights = layout.parts.flatMap(({ lines }) =>
    lines.flatMap(({ line }) => (line.kind === "study" ? [line.weight] : [])),
  );
  const largestWeight = Math.max(0, ...weights);
  return (
    <>
      <Heads figure={figure} layout={layout} palette={palette} />
      <path d={gridlines} stroke={palette.line} />
      {layout.parts.map((part) => (
        <Part key={part.group} part={part} palette={palette} largestWeight={largestWeight} />
      ))}
      <Axis figure={figure} palette={palette} axisY={axisY} />
      <Blocks blocks={layout.contrast} palette={palette} />
    </>
  );
}

const tickPlaces = ticks.map((at) => tenth(placeOn(columns.plot, at)));

function Axis({ figure, palette, axisY }: Omit<ForestPlotProps, "layout">) {
  const { start, end } = columns.plot;
  const top = tenth(axisY);
  const line = styles.tick.size + 6.5;
  const text = { anchor: "middle", style: styles.tick, fill: palette.muted } as const;
  return (
    <>
      <path
        d={across(top, [start, end]) + uprights(tickPlaces, top, tenth(axisY + 5))}
        stroke={palette.edge}
      />
      {ticks.map((at) => (
        <Text key={at} x={placeOn(columns.plot, at)} y={axisY + line} {...text}>
          {String(Number((at * figure.axisEnd).toPrecision(3)))}
        </Text>
      ))}
      <Text x={(start + end) / 2} y={axisY + 2 * line} {...text}>
        {figure.axisTitle}
      </Text>
    </>
  );
}

function Heads({ figure, layout, palette }: ForestProps) {
  const { heads } = figure;
  const at = { y: layout.headBottom - 8, style: styles.head, fill: palette.ink };
  const end = { ...at, anchor: "end" } as const;
  return (
    <>
      <RuleLine y={layout.headTop ?? layout.headBottom} colour={palette.ink} />
      <Text {...at} x={columns.cohort.x}>
        {heads.cohort}
      </Text>
      <Text {...at} x={columns.product.x}>
        {heads.product}
      </Text>
      <Text {...end} x={columns.countEnd}>
        {heads.count}
      </Text>
      <Text {...end} x={columns.rangeEnd}>
        {heads.rate}
      </Text>
      <Text {...end} x={columns.right}>
        {heads.weight}
      </Text>
      <RuleLine y={layout.headBottom} colour={palette.edge} thin />
    </>
  );
}

function Foot({ layout, palette }: ForestProps) {
  return (
    <>
      <RuleLine y={layout.footTop} colour={palette.edge} thin />
      <Blocks blocks={layout.foot} palette={palette} />
    </>
  );
}
