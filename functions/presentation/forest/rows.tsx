/** The lines of one class: names, marks and numbers, with the same vertical centre in each line. */

import { tenth } from "../statement/axis.ts";
import type { Line } from "./class-lines.ts";
import { beside, isStacked, type PlacedPart, positionOf } from "./layout.ts";
import { Diamond, Prediction, Square } from "./marks.tsx";
import type { Palette } from "./palette.ts";
import { useSheet } from "./sheet.ts";
import { Block, Text } from "./text-block.tsx";

interface PartProps {
  part: PlacedPart;
  palette: Palette;
  largestWeight: number;
}

export function Part({ part: { group, lines }, palette, largestWeight }: PartProps) {
  const colour = palette[group];
  return (
    <g>
      <PoolGuide lines={lines} colour={colour} />
      {lines.map(({ line, centre, texts }) => (
        <g key={centre}>
          {line.kind === "heading" ? (
            <Heading line={line} texts={texts} colour={colour} palette={palette} />
          ) : (
            texts.map((block) => <Block key={block.x} block={block} palette={palette} />)
          )}
          <Mark line={line} y={centre} colour={colour} largestWeight={largestWeight} />
          <Numbers line={line} y={centre} palette={palette} />
        </g>
      ))}
    </g>
  );
}

/** The name in the colour of its marks, followed by the amount of evidence. */
function Heading({
  line,
  texts: [block],
  colour,
  palette,
}: {
  line: Extract<Line, { kind: "heading" }>;
  texts: PlacedPart["lines"][number]["texts"];
  colour: string;
  palette: Palette;
}) {
  const { columns, styles } = useSheet();
  const y = block?.lines[0]?.y;
  if (y === undefined) return null;
  return (
    <text x={columns.left} y={tenth(y)} fill={colour} font-size={styles.heading.size}>
      <tspan font-weight="600">{line.text}</tspan>
      {line.evidence && (
        <tspan dx="8" fill={palette.muted} font-size={styles.cell.size}>
          {line.evidence}
        </tspan>
      )}
    </text>
  );
}

/** A thin vertical line through the cohorts at the pooled rate. */
function PoolGuide({ lines, colour }: { lines: PlacedPart["lines"]; colour: string }) {
  const sheet = useSheet();
  const pool = lines.find(({ line }) => line.kind === "pool");
  const first = lines.find(({ line }) => line.kind === "study");
  if (pool?.line.kind !== "pool" || first === undefined) return null;
  const x = tenth(positionOf(pool.line.estimate, sheet));
  return (
    <path
      d={`M${x} ${tenth(first.top)}V${tenth(pool.centre)}`}
      stroke={colour}
      stroke-width="1"
      stroke-dasharray="1.5 3"
    />
  );
}

interface LineProps {
  line: Line;
  y: number;
}

function Mark({
  line,
  y,
  colour,
  largestWeight,
}: LineProps & { colour: string; largestWeight: number }) {
  switch (line.kind) {
    case "study":
      return <Square {...line} y={y} colour={colour} largestWeight={largestWeight} />;
    case "pool":
      return <Diamond y={y} colour={colour} estimate={line.estimate} interval={line.interval} />;
    case "prediction":
      return <Prediction y={y} colour={colour} interval={line.interval} />;
    default:
      return null;
  }
}

function Numbers({ line, y, palette }: LineProps & { palette: Palette }) {
  const sheet = useSheet();
  const { columns, styles } = sheet;
  if (line.kind === "heading" || line.kind === "note") return null;
  const [above, below] = isStacked(line, sheet) ? [beside(0, sheet), beside(1, sheet)] : [0, 0];
  const pool = line.kind === "pool";
  const at = {
    y: y + above + styles.cell.size * 0.36,
    style: pool ? "strong" : "cell",
    fill: line.kind === "prediction" ? palette.muted : palette.ink,
    anchor: "end",
  } as const;
  return (
    <>
      {line.kind !== "prediction" && (
        <>
          {(columns.product || !pool) && (
            <Text
              {...at}
              x={columns.countEnd}
              y={at.y - above + below}
              fill={columns.product ? at.fill : palette.muted}
            >
              {line.count}
            </Text>
          )}
          <Text {...at} x={columns.estimateEnd}>
            {line.text}
          </Text>
          {columns.weightEnd !== null && (
            <Text {...at} x={columns.weightEnd}>
              {line.weightText}
            </Text>
          )}
        </>
      )}
      <Text {...at} x={columns.rangeEnd}>
        {line.range}
      </Text>
    </>
  );
}
