/** Draws a forest plot as a file, from top to bottom: each part begins where the part above it ends. */
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { render } from "preact-render-to-string";
import type { Answer, Row } from "#core/answer/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Plotted } from "#presentation/row/plotted.ts";
import { formatTrialWeight, type TrialLine } from "#presentation/row/trial-lines.ts";
import {
  arrow,
  makeDiamondPath,
  makeHorizontalPath,
  makeVerticalLinesPath,
  placeFractionOnAxis,
  roundToTenth,
  scaleSquareSide,
} from "#presentation/svg/geometry.ts";
import { boundPaths } from "#presentation/svg/marks.tsx";
import { type Palette, type PaletteTheme, palettes } from "#presentation/svg/palette.ts";
import { breakTextIntoLines, type TextStyle } from "#presentation/svg/text.ts";
import { joinByCommas } from "#presentation/words/sentences.ts";
import { type ForestFigure, type ForestTable, makeForestFigure } from "./figure.ts";

export function renderForestSvg(row: Row, answer: Answer, theme: PaletteTheme): string {
  const figure = makeForestFigure(row, answer);
  return render(
    <Colours.Provider value={palettes[theme]}>
      <Forest figure={figure} />
    </Colours.Provider>,
  );
}

const Colours = createContext<Palette>(palettes.light);

/** Names where columns begin, and where columns of numbers end. */
export const columns = {
  left: 28,
  drug: 258,
  drugEnd: 376,
  basisEnd: 476,
  plot: { start: 502, end: 770 },
  numberEnd: 830,
  rangeEnd: 914,
  right: 972,
} as const;

export const sheetWidth = 1000;

interface Style extends TextStyle {
  readonly tone: "ink" | "muted" | TherapyClass;
}

const styles = {
  title: { size: 21, bold: true, tone: "ink" },
  detail: { size: 15, tone: "muted" },
  group: { size: 13.5, bold: true, tone: "ink" },
  cell: { size: 12.5, tone: "ink" },
  quiet: { size: 12.5, tone: "muted" },
  strong: { size: 12.5, bold: true, tone: "ink" },
  note: { size: 11.5, tone: "muted" },
  foot: { size: 11, tone: "muted" },
} as const satisfies Readonly<Record<string, Style>>;

/** The height of a line of text is this multiple of the font size. */
const leading = 1.32;

interface Block {
  readonly drawn: ComponentChildren;
  readonly bottom: number;
}

/** Places a part below this height. */
type Placing = (top: number) => Block;

/**
 * Returns parts drawn one below the other from `top`, and the bottom of the last one. A number is the height of a
 * space.
 */
function stackParts(top: number, parts: readonly (Placing | number)[]): Block {
  let bottom = top;
  const drawn = parts.map((part) => {
    const block = typeof part === "number" ? { drawn: null, bottom: bottom + part } : part(bottom);
    bottom = block.bottom;
    return block.drawn;
  });
  return { drawn, bottom };
}

/** Returns a function that draws a text below a height, in as many lines as it needs between `x` and `end`. */
function makeParagraphPlacer(
  text: string,
  style: Style,
  x: number = columns.left,
  end: number = columns.right,
): Placing {
  const lines = breakTextIntoLines(text, end - x, style);
  const height = style.size * leading;
  return (top) => ({
    drawn: lines.map((words, index) => (
      <Text key={index} x={x} y={top + (index + 0.5) * height} style={style}>
        {words}
      </Text>
    )),
    bottom: top + lines.length * height,
  });
}

/** Returns a function that draws a rule across the sheet at a height; the rule takes no space. */
function makeHorizontalRulePlacer(tone: "ink" | "edge", width: number): Placing {
  return (top) => {
    const path = makeHorizontalPath(roundToTenth(top), [columns.left, columns.right]);
    return { drawn: <Stroke tone={tone} path={path} width={width} />, bottom: top };
  };
}

interface TextProps {
  x: number;
  /** The middle of the line, where marks lie. */
  y: number;
  style: Style;
  anchor?: "middle" | "end";
  children: string;
}

function Text({ x, y, style: { size, bold, tone }, anchor, children }: TextProps) {
  const palette = useContext(Colours);
  return (
    <text
      x={roundToTenth(x)}
      y={roundToTenth(y + size * 0.36)}
      fill={palette[tone]}
      text-anchor={anchor}
      font-size={size}
      font-weight={bold ? 600 : undefined}
    >
      {children}
    </text>
  );
}

interface StrokeProps {
  tone: keyof Palette;
  path: string;
  width?: number;
  dashes?: string | undefined;
}

function Stroke({ tone, path, width, dashes }: StrokeProps) {
  const palette = useContext(Colours);
  if (path === "") return null;
  return <path d={path} stroke={palette[tone]} stroke-width={width} stroke-dasharray={dashes} />;
}

const fonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/** Draws the figure with presentation attributes only, so that it works under any policy and in any program. */
function Forest({ figure }: { figure: ForestFigure }) {
  const { outcome, title, detail, subtitle, empty, foot, description } = figure;
  const palette = useContext(Colours);
  const { drawn, bottom } = stackParts(28, [
    makeParagraphPlacer(title, styles.title),
    makeParagraphPlacer(detail, styles.detail),
    6,
    ...subtitle.map((text) => makeParagraphPlacer(text, styles.quiet)),
    14,
    makeHorizontalRulePlacer("ink", 1.5),
    ...(empty === ""
      ? [makePlotPlacer(figure)]
      : [22, makeParagraphPlacer(empty, styles.strong), 22]),
    makeHorizontalRulePlacer("edge", 0.75),
    10,
    ...foot.flatMap((text) => [makeParagraphPlacer(text, styles.foot), 5]),
  ]);
  const height = Math.ceil(bottom + 13);
  const [titleId, descriptionId] = [`forest-${outcome}-title`, `forest-${outcome}-description`];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={sheetWidth}
      height={height}
      viewBox={`0 0 ${sheetWidth} ${height}`}
      role="img"
      aria-labelledby={`${titleId} ${descriptionId}`}
      font-family={fonts}
    >
      <title id={titleId}>{joinByCommas([title, detail])}</title>
      <desc id={descriptionId}>{description}</desc>
      <rect width={sheetWidth} height={height} fill={palette.paper} />
      {drawn}
    </svg>
  );
}

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
const tickPlaces = ticks.map((at) => roundToTenth(placeFractionOnAxis(columns.plot, at)));

/**
 * Returns a function that draws the plot below a height: the table on the gridlines of its axis, and the difference
 * beside the labels of the axis.
 */
function makePlotPlacer({ heads, tables, axisEnd, contrast }: ForestFigure): Placing {
  const weights = tables.flatMap(({ trials }) => trials.map(({ parts }) => parts?.weight ?? 0));
  const scale = { axisEnd, largestWeight: Math.max(0, ...weights) };
  return (top) => {
    const head = stackParts(top, [
      4,
      makeLineCellsPlacer(styles.strong, heads),
      4,
      makeHorizontalRulePlacer("edge", 0.75),
    ]);
    const table = stackParts(
      head.bottom,
      tables.map((part) => makeClassTablePlacer(part, { ...scale, group: part.group })),
    );
    const axisY = table.bottom + 2;
    const beside = stackParts(
      axisY + 8,
      contrast.map((text, index) =>
        makeParagraphPlacer(
          text,
          index === 0 ? styles.strong : styles.cell,
          columns.left,
          columns.basisEnd,
        ),
      ),
    );
    const grid = makeVerticalLinesPath(
      tickPlaces,
      roundToTenth(head.bottom + 4),
      roundToTenth(axisY),
    );
    const drawn = (
      <>
        <Stroke tone="line" path={grid} />
        {[head, table, beside].map((part) => part.drawn)}
        <Axis y={axisY} end={axisEnd} />
      </>
    );
    return { drawn, bottom: Math.max(beside.bottom, axisY + 48) + 16 };
  };
}

function Axis({ y, end }: { y: number; end: number }) {
  const { plot } = columns;
  const text = { anchor: "middle", style: styles.note } as const;
  const line = makeHorizontalPath(roundToTenth(y), [plot.start, plot.end]);
  return (
    <>
      <Stroke
        tone="edge"
        path={line + makeVerticalLinesPath(tickPlaces, roundToTenth(y), roundToTenth(y + 5))}
      />
      {ticks.map((at) => (
        <Text key={at} {...text} x={placeFractionOnAxis(plot, at)} y={y + 14}>
          {String(Math.round(at * end))}
        </Text>
      ))}
      <Text {...text} x={(plot.start + plot.end) / 2} y={y + 32}>
        Patients, %
      </Text>
    </>
  );
}

interface Scale {
  readonly group: TherapyClass;
  readonly axisEnd: number;
  readonly largestWeight: number;
}

/**
 * Returns a function that draws a class below a height: its name and facts, its trials, its number, and where another
 * trial may lie.
 */
function makeClassTablePlacer(table: ForestTable, scale: Scale): Placing {
  const { name, facts, trials, numberLine, nextLine } = table;
  return (top) => {
    const heading = stackParts(top, [
      9,
      makeParagraphPlacer(name, { ...styles.group, tone: scale.group }),
      makeParagraphPlacer(joinFacts(facts), styles.note, columns.left, columns.basisEnd),
      4,
    ]);
    const lines = stackParts(
      heading.bottom,
      trials.map((line) => makeTrialLinePlacer(line, "trial", scale)),
    );
    const below = stackParts(lines.bottom, [
      ...(numberLine ? [makeTrialLinePlacer(numberLine, "number", scale)] : []),
      ...(nextLine ? [makeTrialLinePlacer(nextLine, "next", scale)] : []),
      8,
    ]);
    const guide = makeVerticalLinesPath(
      (numberLine?.drawn?.marks ?? []).map(({ at }) => computePositionOnAxis(at, scale)),
      roundToTenth(heading.bottom),
      roundToTenth(lines.bottom + 4),
    );
    const drawn = (
      <g>
        <Stroke tone={scale.group} path={guide} dashes="1.5 3" />
        {[heading, lines, below].map((part) => part.drawn)}
      </g>
    );
    return { drawn, bottom: below.bottom };
  };
}

/** Joins facts. No line ends within a short one, or before the dot between them. */
function joinFacts(facts: readonly string[]): string {
  return facts
    .map((fact) =>
      fact.replaceAll(fact.length < 16 ? " " : " %", (gap) => gap.replace(" ", "\u00a0")),
    )
    .join("\u00a0· ");
}

const lineStyles = { trial: styles.cell, number: styles.strong, next: styles.quiet } as const;

/** Returns a function that draws a line of the table below a height, with its marks on the axis if it has any. */
function makeTrialLinePlacer(
  { drawn, figures, parts, ...texts }: TrialLine,
  kind: keyof typeof lineStyles,
  scale: Scale,
): Placing {
  const { basis = "", weight = null, facts = [] } = parts ?? {};
  const further = figures.slice(parts ? 1 : 0).map(({ text }) => text);
  const inColumns = {
    ...{ ...texts, basis, note: joinFacts([...facts, ...further]) },
    number: drawn?.number ?? "",
    range: drawn?.under ? `(${drawn.under})` : "",
    weight: weight === null ? "" : formatTrialWeight(weight),
  };
  return makeLineCellsPlacer(
    lineStyles[kind],
    inColumns,
    (y) => drawn && <Marks side={drawn} kind={kind} weight={weight} y={y} scale={scale} />,
  );
}

/** Holds the texts of a line by their columns; the note stands below the label, another outcome below the drug. */
type Cells = Readonly<
  Record<"label" | "drug" | "basis" | "range" | "weight", string> &
    Partial<Record<"note" | "of" | "number", string>>
>;

/**
 * Returns a function that draws a line of the table below a height. Its numbers and marks lie on the first line of its
 * label.
 *
 * @param draw Draws the marks at a height.
 */
function makeLineCellsPlacer(
  style: Style,
  { label, note = "", drug, of = "", ...texts }: Cells,
  draw: (y: number) => ComponentChildren = () => null,
): Placing {
  const labelEnd = drug + of === "" ? columns.drugEnd : columns.drug - 10;
  const numbers = [
    [columns.basisEnd, texts.basis],
    [columns.numberEnd, texts.number],
    [columns.rangeEnd, texts.range],
    [columns.right, texts.weight],
  ] as const;
  return (top) => {
    const y = top + 3 + (style.size * leading) / 2;
    const name = makeParagraphPlacer(label, style, columns.left, labelEnd)(top + 3);
    const drugs = stackParts(
      top + 3,
      [drug, of].map((text) =>
        makeParagraphPlacer(text, style.bold ? style : styles.quiet, columns.drug, columns.drugEnd),
      ),
    );
    // Below a short drug, the note may be as wide as both columns.
    const noteEnd = drugs.bottom > name.bottom ? labelEnd : columns.drugEnd;
    const below = makeParagraphPlacer(note, styles.note, columns.left, noteEnd)(name.bottom);
    const drawn = (
      <g>
        {[name, drugs, below].map((part) => part.drawn)}
        {numbers.map(
          ([x, text]) =>
            text && (
              <Text key={x} x={x} y={y} style={style} anchor="end">
                {text}
              </Text>
            ),
        )}
        {draw(y)}
      </g>
    );
    return { drawn, bottom: Math.max(below.bottom, drugs.bottom) + 3 };
  };
}

interface MarksProps {
  kind: keyof typeof lineStyles;
  side: Plotted;
  /** States the weight of a trial in percent; a trial without a weight has a square of one size. */
  weight: number | null;
  y: number;
  scale: Scale;
}

const sideWithoutWeight = 8;

/** Returns the horizontal position of a value on the sheet, to a tenth; a value beyond the axis lies at its end. */
function computePositionOnAxis(at: number, { axisEnd }: Scale): number {
  return roundToTenth(placeFractionOnAxis(columns.plot, at / axisEnd));
}

/**
 * Draws a diamond for the number of a class; otherwise an interval with a square, or with an arrow for a bound. An arrow
 * at the end of the axis says that the line goes on. A mark is hollow if it is not pooled for its class.
 */
function Marks({ kind, side, weight, y, scale }: MarksProps) {
  const palette = useContext(Colours);
  const colour = palette[scale.group];
  const { bar, tails = [], marks, filled } = side;
  const place = (at: number) => computePositionOnAxis(at, scale);
  const isInside = (at: number) => at <= scale.axisEnd;
  const spans = bar && kind !== "number" ? [bar, ...tails] : tails;
  const ends = tails.flat().filter(isInside).map(place);
  const isAllInside = [...spans.flat(), ...marks.map(({ at }) => at)].every(isInside);
  const size = roundToTenth(
    weight === null ? sideWithoutWeight : scaleSquareSide(weight, scale.largestWeight),
  );
  const half = roundToTenth(size / 2);
  const shapeAt = (at: number) => {
    if (kind !== "number") return `M-${half}-${half}h${size}v${size}h-${size}z`;
    // An interval that is too wide to say anything has no bar.
    const [before = 6, after = 6] =
      bar?.map((end) => roundToTenth(Math.abs(place(end) - place(at)))) ?? [];
    return `M-${before} 0${makeDiamondPath(before, after, 7.5)}`;
  };
  return (
    <g data-mark={kind} stroke={colour} stroke-width={1.4} fill={filled ? colour : palette.paper}>
      {spans.map(([lower, upper]) => (
        <path
          key={lower}
          d={makeHorizontalPath(roundToTenth(y), [place(lower), place(upper)])}
          stroke-dasharray={kind === "next" ? "4 3" : undefined}
        />
      ))}
      {ends.length > 0 && (
        <path d={makeVerticalLinesPath(ends, roundToTenth(y - 3.5), roundToTenth(y + 3.5))} />
      )}
      {marks
        .filter(({ at }) => isInside(at))
        .map((mark) => (
          <path
            key={mark.at}
            transform={`translate(${place(mark.at)} ${roundToTenth(y)})`}
            d={boundPaths[mark.kind] ?? shapeAt(mark.at)}
            fill={mark.kind in boundPaths ? "none" : undefined}
            stroke-width={filled ? 0 : undefined}
            stroke-dasharray={mark.kind === "other" ? "2 2" : undefined}
          />
        ))}
      {!isAllInside && (
        <path d={`M${columns.plot.end} ${roundToTenth(y)}${arrow}`} fill={colour} stroke="none" />
      )}
    </g>
  );
}
