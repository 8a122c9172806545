/** Draws the lines of one class: names, marks and numbers, with the same vertical centre in each line. */

import {
  across,
  arrow,
  diamond,
  placeOn,
  sideOf,
  tenth,
  uprights,
} from "#presentation/svg/geometry.ts";
import type { Palette } from "#presentation/svg/palette.ts";
import { Block, Name, Text, toBaseline } from "#presentation/svg/text-block.tsx";
import { type ForestLine, type HeadingLine, isBeyond } from "./class-lines.ts";
import type { PlacedLine, PlacedPart } from "./layout.ts";
import { columns, styles } from "./sheet.ts";

interface RowPartProps {
  part: PlacedPart;
  palette: Palette;
  largestWeight: number;
}

export function Part({ part: { group, lines }, palette, largestWeight }: RowPartProps) {
  const colour = palette[group];
  return (
    <g>
      <PoolGuide lines={lines} colour={colour} />
      {lines.map(({ line, centre, texts }) => (
        <g key={centre}>
          {line.kind === "heading" ? (
            <RowHeading line={line} texts={texts} colour={colour} palette={palette} />
          ) : (
            texts.map((block) => <Block key={block.x} block={block} palette={palette} />)
          )}
          <RowMark line={line} y={centre} colour={colour} largestWeight={largestWeight} />
          <Numbers line={line} y={centre} palette={palette} />
        </g>
      ))}
    </g>
  );
}

interface RowHeadingProps extends Pick<PlacedLine, "texts"> {
  line: HeadingLine;
  colour: string;
  palette: Palette;
}

/** Draws the name in the colour of its marks, followed by the amount of evidence. */
function RowHeading({ line, texts: [block], colour, palette }: RowHeadingProps) {
  const y = block?.lines[0]?.y;
  if (y === undefined) return null;
  return (
    <Name
      x={columns.left}
      y={y}
      style={styles.heading}
      fill={colour}
      aside={line.evidence}
      gap={8}
      quiet={{ style: styles.cell, fill: palette.muted }}
    >
      {line.text}
    </Name>
  );
}

/** Draws a thin vertical line through the cohorts at the pooled rate. */
function PoolGuide({ lines, colour }: { lines: PlacedPart["lines"]; colour: string }) {
  const pool = lines.find(({ line }) => line.kind === "pool");
  const first = lines.find(({ line }) => line.kind === "study");
  if (pool?.line.kind !== "pool" || first === undefined) return null;
  return (
    <path
      d={uprights(
        [tenth(placeOn(columns.plot, pool.line.estimate))],
        tenth(first.top),
        tenth(pool.centre),
      )}
      stroke={colour}
      stroke-width="1"
      stroke-dasharray="1.5 3"
    />
  );
}

interface LineProps {
  line: ForestLine;
  y: number;
}

interface MarkProps extends LineProps {
  colour: string;
  largestWeight: number;
}

function RowMark({ line, y, colour, largestWeight }: MarkProps) {
  if (line.kind === "heading" || line.kind === "note") return null;
  const place = (part: number) => placeOn(columns.plot, part);
  const [lower, upper] = [place(line.interval[0]), place(line.interval[1])];
  const dash = across(tenth(y), [tenth(lower), tenth(upper)]);
  const goesOn = isBeyond(line.interval[1]);
  return (
    <g data-mark={line.kind}>
      {line.kind === "study" && (
        <>
          <path d={dash} stroke={colour} stroke-width={1.4} />
          {!isBeyond(line.estimate) && (
            <Square
              x={place(line.estimate)}
              y={y}
              side={sideOf(line.weight, largestWeight)}
              colour={colour}
            />
          )}
        </>
      )}
      {line.kind === "pool" && (
        <path
          d={`M${tenth(lower)} ${tenth(y)}${diamond(tenth(place(line.estimate) - lower), tenth(upper - place(line.estimate)), 7.5)}`}
          fill={colour}
          stroke={colour}
          stroke-linejoin="round"
        />
      )}
      {line.kind === "prediction" && (
        <>
          <path d={dash} stroke={colour} stroke-dasharray="4 3" />
          <path
            d={uprights(
              (goesOn ? [lower] : [lower, upper]).map(tenth),
              tenth(y - 3.5),
              tenth(y + 3.5),
            )}
            stroke={colour}
          />
        </>
      )}
      {goesOn && line.kind !== "pool" && (
        <path d={`M${tenth(upper)} ${tenth(y)}${arrow}`} fill={colour} stroke="none" />
      )}
    </g>
  );
}

interface SquareProps extends Pick<MarkProps, "y" | "colour"> {
  x: number;
  side: number;
}

function Square({ x, y, side, colour }: SquareProps) {
  const width = tenth(side);
  const [left, top] = [tenth(x - side / 2), tenth(y - side / 2)];
  return <rect x={left} y={top} width={width} height={width} fill={colour} />;
}

function Numbers({ line, y, palette }: LineProps & { palette: Palette }) {
  if (line.kind === "heading" || line.kind === "note") return null;
  const at = {
    y: y + toBaseline(styles.cell),
    style: line.kind === "pool" ? styles.strong : styles.cell,
    fill: line.kind === "prediction" ? palette.muted : palette.ink,
    anchor: "end",
  } as const;
  return (
    <>
      {line.kind !== "prediction" && (
        <>
          <Text {...at} x={columns.countEnd}>
            {line.count}
          </Text>
          <Text {...at} x={columns.estimateEnd}>
            {line.text}
          </Text>
          <Text {...at} x={columns.right}>
            {line.weightText}
          </Text>
        </>
      )}
      <Text {...at} x={columns.rangeEnd}>
        {line.range}
      </Text>
    </>
  );
}
