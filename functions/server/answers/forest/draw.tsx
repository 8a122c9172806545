/** The figure as a file. */
import { render } from "preact-render-to-string";
import type { Answer, Row } from "#core/answer/answer.ts";
import { Axis, Grid, Rule } from "#presentation/svg/axis.tsx";
import { type Palette, palettes, type Theme } from "#presentation/svg/palette.ts";
import { Picture } from "#presentation/svg/picture.tsx";
import { Blocks, Name, Text } from "#presentation/svg/text-block.tsx";
import { type Figure, figureOf } from "./figure.ts";
import { type Layout, layoutOf, ticksOf } from "./layout.ts";
import { Part } from "./rows.tsx";
import { OnSheet, page, useSheet } from "./sheet.ts";

export interface Props {
  figure: Figure;
  layout: Layout;
  palette: Palette;
}

export function forestSvg(row: Row, answer: Answer, theme: Theme): string {
  const figure = figureOf(row, answer);
  return render(
    <OnSheet.Provider value={page}>
      <Forest figure={figure} layout={layoutOf(figure, page)} palette={palettes[theme]} />
    </OnSheet.Provider>,
  );
}

function Forest(props: Props) {
  const { figure, layout, palette } = props;
  return (
    <Picture
      name={`forest-${figure.outcome}`}
      width={useSheet().width}
      height={layout.height}
      title={[figure.title, figure.detail].filter(Boolean).join(", ")}
      description={figure.description}
      palette={palette}
    >
      <Top {...props} />
      {layout.axisY === null ? <Empty {...props} /> : <Plot {...props} axisY={layout.axisY} />}
      <Foot {...props} />
    </Picture>
  );
}

function Top({ figure, layout, palette }: Props) {
  const { columns, styles } = useSheet();
  return (
    <>
      <Name
        x={columns.left}
        y={layout.titleY}
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

function Empty({ figure, layout, palette }: Props) {
  const { columns, styles } = useSheet();
  const y = layout.headBottom;
  return (
    <>
      <Line y={y} colour={palette.ink} />
      <Text x={columns.left} y={y + 34} style={styles.heading} fill={palette.ink}>
        {figure.empty}
      </Text>
    </>
  );
}

/** A rule from edge to edge. */
function Line(props: Omit<Parameters<typeof Rule>[0], "span">) {
  const { left, right } = useSheet().columns;
  return <Rule {...props} span={{ start: left, end: right }} />;
}

interface PlotProps extends Props {
  axisY: number;
}

function Plot({ figure, layout, palette, axisY }: PlotProps) {
  const sheet = useSheet();
  const { product, plot } = sheet.columns;
  const axis = { span: plot, ticks: ticksOf(sheet, figure.axisEnd), y: axisY, palette };
  const weights = layout.parts.flatMap(({ lines }) =>
    lines.flatMap(({ line }) => (line.kind === "study" ? [line.weight] : [])),
  );
  const largestWeight = Math.max(0, ...weights);
  return (
    <>
      {product && <Heads figure={figure} layout={layout} palette={palette} product={product} />}
      <Grid {...axis} top={layout.headBottom + 4} />
      {layout.parts.map((part) => (
        <Part key={part.group} part={part} palette={palette} largestWeight={largestWeight} />
      ))}
      <Axis {...axis} title={figure.axisTitle} style={sheet.styles.tick} />
      <Blocks blocks={layout.contrast} palette={palette} />
    </>
  );
}

function Heads({ figure, layout, palette, product }: Props & { product: { x: number } }) {
  const { columns, styles } = useSheet();
  const { heads } = figure;
  const at = { y: layout.headBottom - 8, style: styles.head, fill: palette.ink };
  const end = { ...at, anchor: "end" } as const;
  return (
    <>
      <Line y={layout.headTop ?? layout.headBottom} colour={palette.ink} />
      <Text {...at} x={columns.cohort.x}>
        {heads.cohort}
      </Text>
      <Text {...at} x={product.x}>
        {heads.product}
      </Text>
      <Text {...end} x={columns.countEnd}>
        {heads.count}
      </Text>
      <Text {...end} x={columns.rangeEnd}>
        {heads.rate}
      </Text>
      {columns.weightEnd !== null && (
        <Text {...end} x={columns.weightEnd}>
          {heads.weight}
        </Text>
      )}
      <Line y={layout.headBottom} colour={palette.edge} thin />
    </>
  );
}

function Foot({ layout, palette }: Props) {
  return (
    <>
      <Line y={layout.footTop} colour={palette.edge} thin />
      <Blocks blocks={layout.foot} palette={palette} />
    </>
  );
}
