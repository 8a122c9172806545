/** The analyses of a difference as a forest against 0; what they found in words beneath. */
import type { AnalysesView, AnalysisLine } from "#presentation/row/analyses-view.ts";
import {
  formatWidthShare,
  HorizontalLine,
  PlacedAtShare,
  VerticalLine,
} from "#presentation/svg/shares.tsx";
import { elementTexts } from "#presentation/words/element.ts";
import { Paragraphs } from "./notes.tsx";

export function Analyses({ analyses }: { analyses: AnalysesView }) {
  const { title, axis, lines, beneath } = analyses;
  const [from, to] = axis;
  const part = (value: number) => (value - from) / (to - from);
  return (
    <section class="analyses">
      <h4>{title}</h4>
      <div class="forest axis-head" aria-hidden="true">
        <span>CAR-T minus bispecific</span>
        <svg class="axis" aria-hidden="true">
          {(
            [
              [from, "middle"],
              [0, "middle"],
              [to, "end"],
            ] as const
          ).map(([value, anchor]) => (
            <text
              key={value}
              x={formatWidthShare(part(value))}
              y="50%"
              dy="0.32em"
              text-anchor={anchor}
            >
              {value > 0 ? `+${value}` : `${value}`.replace("-", "−")}
            </text>
          ))}
        </svg>
        <span>{elementTexts.of100}</span>
      </div>
      <ul>
        {lines.map((line) => (
          <DrawnAnalysis key={line.name} line={line} part={part} />
        ))}
      </ul>
      <Paragraphs texts={beneath} />
    </section>
  );
}

function DrawnAnalysis({ line, part }: { line: AnalysisLine; part: (value: number) => number }) {
  const { name, result, at, interval, number, range } = line;
  return (
    <li class="forest">
      <span class={result === "" ? "shown" : ""}>
        {name} {result && <small>{result}</small>}
      </span>
      <svg aria-hidden="true">
        <VerticalLine name="zero" at={part(0)} />
        {interval && (
          <>
            <HorizontalLine name="band" at={[part(interval[0]), part(interval[1])]} y="50%" />
            <HorizontalLine name="bar" at={[part(interval[0]), part(interval[1])]} y="50%" />
          </>
        )}
        <PlacedAtShare at={part(at)} y="50%">
          <circle class="point" r="6" />
        </PlacedAtShare>
      </svg>
      <span>
        <strong>{number}</strong> <span class="range">{range}</span>
      </span>
    </li>
  );
}
