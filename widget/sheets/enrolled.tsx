/** Draws whom each trial enrolled: a bar for each, and the patient as a line through all of them. */
import type { PatientNumber } from "#core/question/patient.ts";
import { makeHorizontalPath, makeVerticalLinesPath } from "#presentation/svg/geometry.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { formatWidthShare } from "#presentation/svg/shares.tsx";
import type { PatientsView } from "#presentation/views/patient.ts";
import { formatSpan } from "#presentation/words/range-text.ts";
import { notFound } from "#presentation/words/source-tier.ts";

interface PatientAxis {
  readonly title: string;
  readonly unit: string;
  readonly start: number;
  readonly length: number;
  /** Lists numbers above the axis. */
  readonly ticks: readonly number[];
}

const ageAxis: PatientAxis = {
  title: "Ages",
  unit: "years",
  start: 20,
  length: 75,
  ticks: [30, 60],
};

/**
 * Makes the axis of lines, which ends where the trials do, because some enrolled 1 to 3 lines and others up to 23.
 */
function makePriorLinesAxis(most: number): PatientAxis {
  return { title: "Prior lines", unit: "lines", start: 0, length: most + 1, ticks: [1, most] };
}

/** The numbers above the axis are at least this part of its length from that of the patient. */
const gap = 0.16;

interface EnrolledByTrialProps extends Pick<PatientsView, "enrolled"> {
  of: PatientNumber;
  value: number;
}

export function EnrolledByTrial({ enrolled, of, value }: EnrolledByTrialProps) {
  const most = Math.max(value, ...enrolled.flatMap(({ [of]: ranges }) => ranges.flat()));
  const { title, unit, start, length, ticks } = of === "age" ? ageAxis : makePriorLinesAxis(most);
  const end = start + length;
  const patientPlace = Math.min(end, Math.max(start, value));
  return (
    <section class="drugs enrolled">
      <h3>{title} enrolled, by trial</h3>
      <div class="axis-head" aria-hidden="true">
        <svg class="axis" aria-hidden="true">
          {[
            patientPlace,
            ...ticks.filter((tick) => Math.abs(tick - patientPlace) >= gap * length),
          ].map((place, index) => (
            <text
              key={place}
              class={index === 0 ? "own" : undefined}
              x={formatWidthShare((place - start) / length)}
              y="50%"
              dy="0.32em"
              text-anchor="middle"
            >
              {index === 0 ? value : place}
            </text>
          ))}
        </svg>
        <span>{unit}</span>
      </div>
      <ul>
        {enrolled.map(({ name, group, [of]: ranges }) => {
          const isWithin = ranges.some(([least, most]) => least <= value && value <= most);
          return (
            <li key={name} class={isWithin ? `plotted ${group}` : `plotted ${group} hollow`}>
              <span>
                <InlineClassMark group={group} /> {name}
              </span>
              <svg
                class="strip"
                viewBox={`${start} 0 ${length} 20`}
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                {ranges.map((range) => (
                  <g key={range[0]}>
                    <path class="band" d={makeHorizontalPath(10, range)} />
                    <path class="bar" d={makeHorizontalPath(10, range)} />
                  </g>
                ))}
                <path class="own" d={makeVerticalLinesPath([patientPlace], -8, 28)} />
              </svg>
              <p>
                {ranges.map(([lowest, highest]) => formatSpan({ lowest, highest })).join(", ") ||
                  notFound}{" "}
                {isWithin && (
                  <span class="within" role="img" aria-label="within">
                    ✓
                  </span>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
