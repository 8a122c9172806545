/** A standalone SVG with presentation attributes only: works under any policy, in any program. */
import { render } from "preact-render-to-string";
import type { FullRow, FullStatement } from "../statement/full.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { Axis, Grid, Rule } from "./axis.tsx";
import { type Figure, figureOf } from "./figure.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { type Palette, palettes, type Theme } from "./palette.ts";
import { Part } from "./rows.tsx";
import { OnSheet, type SheetName, sheets, useSheet } from "./sheet.ts";
import { Block, Text } from "./text-block.tsx";

const fonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

export interface Props {
  figure: Figure;
  layout: Layout;
  palette: Palette;
}

export function forestSvg(
  answer: FullStatement,
  row: FullRow,
  { theme, format }: { theme: Theme; format: SheetName },
  words: Catalogue,
): string {
  const figure = figureOf(answer, row, words);
  const sheet = sheets[format];
  return render(
    <OnSheet.Provider value={sheet}>
      <Forest figure={figure} layout={layoutOf(figure, sheet)} palette={palettes[theme]} />
    </OnSheet.Provider>,
  );
}

function Forest(props: Props) {
  const { figure, layout, palette } = props;
  const { width } = useSheet();
  const [title, description] = ["title", "description"].map(
    (part) => `forest-${figure.outcome}-${part}`,
  );
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={layout.height}
      viewBox={`0 0 ${width} ${layout.height}`}
      role="img"
      aria-labelledby={`${title} ${description}`}
      font-family={fonts}
    >
      <title id={title}>{[figure.title, figure.detail].filter(Boolean).join(", ")}</title>
      <desc id={description}>{figure.description}</desc>
      <rect width={width} height={layout.height} fill={palette.paper} />
      <Top {...props} />
      {layout.axisY === null ? <Empty {...props} /> : <Plot {...props} axisY={layout.axisY} />}
      <Foot {...props} />
    </svg>
  );
}

function Top({ figure, layout, palette }: Props) {
  const { columns, styles } = useSheet();
  return (
    <>
      <text x={columns.left} y={layout.titleY} fill={palette.ink} font-size={styles.title.size}>
        <tspan font-weight="600">{figure.title}</tspan>
        {figure.detail && (
          <tspan dx="10" fill={palette.muted} font-size={styles.detail.size}>
            {figure.detail}
          </tspan>
        )}
      </text>
      {layout.subtitle.map((block) => (
        <Block key={block.lines[0]?.y} block={block} palette={palette} />
      ))}
    </>
  );
}

function Empty({ figure, layout, palette }: Props) {
  const { columns } = useSheet();
  const y = layout.headBottom + 34;
  return (
    <>
      <Rule y={layout.headBottom} colour={palette.ink} />
      <Text x={columns.left} y={y} style="heading" fill={palette.ink}>
        {figure.empty}
      </Text>
    </>
  );
}

interface PlotProps extends Props {
  axisY: number;
}

export function Plot({ figure, layout, palette, axisY }: PlotProps) {
  const { product } = useSheet().columns;
  const weights = layout.parts.flatMap(({ lines }) =>
    lines.flatMap(({ line }) => (line.kind === "study" ? [line.weight] : [])),
  );
  const largestWeight = Math.max(0, ...weights);
  return (
    <>
      {product && <Heads figure={figure} layout={layout} palette={palette} product={product} />}
      <Grid top={layout.headBottom + 4} axisY={axisY} palette={palette} />
      {layout.parts.map((part) => (
        <Part key={part.group} part={part} palette={palette} largestWeight={largestWeight} />
      ))}
      <Axis axisY={axisY} palette={palette} title={figure.axisTitle} end={figure.axisEnd} />
      {layout.contrast.map((block) => (
        <Block key={block.lines[0]?.y} block={block} palette={palette} />
      ))}
    </>
  );
}

function Heads({ figure, layout, palette, product }: Props & { product: { x: number } }) {
  const { columns } = useSheet();
  const y = layout.headBottom - 8;
  const { heads } = figure;
  const at = { y, style: "head", fill: palette.ink } as const;
  return (
    <>
      <Rule y={layout.headTop ?? layout.headBottom} colour={palette.ink} />
      <Text {...at} x={columns.cohort.x}>
        {heads.cohort}
      </Text>
      <Text {...at} x={product.x}>
        {heads.product}
      </Text>
      <Text {...at} x={columns.countEnd} anchor="end">
        {heads.count}
      </Text>
      <Text {...at} x={columns.rangeEnd} anchor="end">
        {heads.rate}
      </Text>
      {columns.weightEnd !== null && (
        <Text {...at} x={columns.weightEnd} anchor="end">
          {heads.weight}
        </Text>
      )}
      <Rule y={layout.headBottom} colour={palette.edge} thin />
    </>
  );
}

function Foot({ layout, palette }: Props) {
  return (
    <>
      <Rule y={layout.footTop} colour={palette.edge} thin />
      {layout.foot.map((block) => (
        <Block key={block.lines[0]?.y} block={block} palette={palette} />
      ))}
    </>
  );
}
