/**
 * The preview picture of a question for sites that link to it, and the one without numbers for all
 * other questions. It uses presentation attributes only and the colours of the light theme. The
 * build converts it to PNG.
 */
import type { ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import type { Comparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { palettes } from "#presentation/forest/palette.ts";
import { type TextStyle, widthOf, wrap } from "#presentation/forest/text.ts";
import { headlineOf, type Segment } from "#presentation/statement/headline.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import { scopeOf } from "#presentation/statement/scope.ts";
import type { SideStatement } from "#presentation/statement/side.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { MarkShape } from "#widget/views/mark.tsx";
import { siteName } from "../html/site-name.ts";

const { screen: en, pages } = catalogue;

export const pictureSize = { width: 1200, height: 630 };

const palette = palettes.light;
const { width, height } = pictureSize;
const margin = 64;
const inner = width - 2 * margin;

/**
 * Line breaks are computed with the widths of a wider font. The build checks that nothing is cut
 * off.
 */
const sizes = [
  { size: 44, line: 54, bold: true },
  { size: 32, line: 40, bold: true },
] as const;
const small = { size: 26, line: 36 };
/** Of the notes and, in pixels, of the sentence. More would overlap the chart between them. */
const mostLines = 3;
const tallest = 162;

/** The chart shows the first row. */
export function questionPicture(comparison: Comparison): string {
  const view = statementOf(comparison, en);
  const [row] = view.rows;
  const headline = headlineOf(comparison, catalogue);
  return picture({
    sentence: headline.efficacy,
    notes: [
      headline.doubt,
      `${scopeOf(comparison, catalogue)} · ${en.dataDate(en.date(view.dataDate))}`,
    ],
    children: row && <Chart sides={row.sides} />,
  });
}

export function anyQuestionPicture(): string {
  return picture({
    sentence: [
      "What ",
      { group: "car-t", text: "CAR-T cells" },
      " and ",
      { group: "bsab", text: "bispecific antibodies" },
      " achieved in trials of relapsed multiple myeloma.",
    ],
    notes: [
      "Response, survival and toxicity, pooled anew for setting, prior lines, age and product. Every number with its source.",
    ],
    children: <Emblem />,
  });
}

interface Parts {
  sentence: readonly Segment[];
  notes: readonly string[];
  children: ComponentChildren;
}

function picture({ sentence: said, notes, children }: Parts): string {
  const fitting = sizes
    .map((sentence) => ({ ...sentence, lines: linesOf(said, inner * 1.15, sentence) }))
    .find(({ lines, line }) => lines.length * line <= tallest);
  const texts = notes.flatMap((note) => wrap(note, inner * 1.15, small).lines);
  if (!fitting || texts.length > mostLines) throw new Error("too much for a picture");
  const { lines, size, line: lineHeight } = fitting;
  return render(
    // biome-ignore lint/a11y/noSvgWithoutTitle: it becomes a PNG, whose page says what is on it.
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      font-family="Inter"
      fill={palette.ink}
    >
      <rect width={width} height={height} fill={palette.paper} />
      <text x={margin} y={68} font-size="30" font-weight="600">
        {siteName}
      </text>
      <text x={width - margin} y={68} font-size="26" fill={palette.muted} text-anchor="end">
        {en.footer.audience}
      </text>
      <path d={`M${margin} 94H${width - margin}`} stroke={palette.line} stroke-width="2" />
      {lines.map((line, index) => (
        <text
          key={line[0]?.text}
          x={margin}
          y={152 + index * lineHeight}
          font-size={size}
          font-weight="600"
          xml:space="preserve"
        >
          {line.map(({ group, text }) => (
            <tspan key={text} fill={group === null ? palette.ink : palette[group]}>
              {text}
            </tspan>
          ))}
        </text>
      ))}
      {children}
      {texts.map((text, index) => (
        <text
          key={text}
          x={margin}
          y={height - 44 - (texts.length - 1 - index) * small.line}
          font-size={small.size}
          fill={palette.muted}
        >
          {text}
        </text>
      ))}
    </svg>,
  );
}

const chart = { left: 590, right: width - margin, top: 330, line: 58 };

/** Both rates with their marks and intervals. */
function Chart({ sides }: Pick<RowStatement, "sides">) {
  const at = (of100: number) => chart.left + ((chart.right - chart.left) * of100) / 100;
  const bottom = chart.top + chart.line + 32;
  return (
    <>
      {[0, 50, 100].map((tick) => (
        <g key={tick}>
          <path
            d={`M${at(tick)} ${chart.top - 34}V${bottom}`}
            stroke={palette.line}
            stroke-width="2"
          />
          <text
            x={at(tick)}
            y={bottom + 26}
            font-size="22"
            fill={palette.muted}
            text-anchor="middle"
          >
            {tick}
          </text>
        </g>
      ))}
      <text x={margin} y={bottom + 26} font-size="22" fill={palette.muted}>
        {pages.unit}
      </text>
      {groups.map((group, index) => (
        <Side
          key={group}
          group={group}
          side={sides[group]}
          y={chart.top + index * chart.line}
          at={at}
        />
      ))}
    </>
  );
}

interface SideProps {
  group: TherapyClass;
  side: SideStatement;
  y: number;
  at: (of100: number) => number;
}

/** The number has the same digits as in the sentence above it. */
function Side({ group, side: { rate, range, evidence, at: place }, y, at }: SideProps) {
  const colour = palette[group];
  return (
    <>
      <Mark group={group} x={margin + 14} y={y} scale={2} />
      <text x={margin + 46} y={y + 10} font-size="28">
        {en.className[group]}
      </text>
      {rate === null ? (
        wrap(evidence, 310, { size: 22 }, 2).lines.map((line, index) => (
          <text
            key={line}
            x={margin + 210}
            y={y - 4 + index * 26}
            font-size="22"
            fill={palette.muted}
          >
            {line}
          </text>
        ))
      ) : (
        <text x={margin + 210} y={y + 16} xml:space="preserve">
          <tspan font-size="46" font-weight="700" fill={colour}>
            {rate}
          </tspan>
          <tspan font-size="25" fill={palette.muted}>{`  ${en.of100}  ${range ?? ""}`}</tspan>
        </text>
      )}
      {place && (
        <>
          <path
            d={`M${at(place[0])} ${y}H${at(place[2])}`}
            stroke={colour}
            stroke-opacity="0.45"
            stroke-width="9"
            stroke-linecap="round"
          />
          <Mark group={group} x={at(place[1])} y={y} scale={2.2} />
        </>
      )}
    </>
  );
}

function Mark({
  group,
  x,
  y,
  scale,
}: {
  group: TherapyClass;
  x: number;
  y: number;
  scale: number;
}) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} fill={palette[group]}>
      <MarkShape group={group} />
    </g>
  );
}

/** The two marks with the names of the classes, without numbers. */
function Emblem() {
  return (
    <>
      {groups.map((group, index) => {
        const x = margin + 32 + index * 430;
        return (
          <g key={group}>
            <Mark group={group} x={x} y={390} scale={4} />
            <text x={x + 52} y={402} font-size="36" font-weight="600">
              {en.className[group]}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Breaks a sentence with coloured numbers into lines that fit, without breaking words. */
/** Adjacent words of the same colour. */
type Run = Exclude<Segment, string> | { group: null; text: string };

function linesOf(segments: readonly Segment[], width: number, style: TextStyle): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  for (const run of runsOf(segments)) {
    const { group } = run;
    for (const text of group === null ? run.text.split(/(?<= )/) : [run.text]) {
      const word = { group, text } as Run;
      if (line.length > 0 && widthOf(textOf([...line, word]).trimEnd(), style) > width) {
        lines.push(line);
        line = [];
      }
      line.push(word);
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}

function textOf(line: readonly Run[]): string {
  return line.map(({ text }) => text).join("");
}

function runsOf(segments: readonly Segment[]): Run[] {
  return segments.map((segment) =>
    typeof segment === "string" ? { group: null, text: segment } : segment,
  );
}
