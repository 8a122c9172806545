/**
 * The forest plot of one outcome, as a table with a small chart in every line. The table holds all
 * information, also for screen readers, so that a reader without the chart misses nothing.
 */

import { Fragment } from "preact";
import type {
  BesidePool,
  Interval,
  OutcomeComparison,
  Pool,
  StudyResult,
} from "#core/comparison/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { isBeyond, onAxis } from "#presentation/screen/on-axis.ts";
import { axisOf } from "#presentation/statement/axis.ts";
import type { DetailWords, DrawnWords } from "#presentation/words/catalogue.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { RecordLink } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";

type Axis = ReturnType<typeof axisOf>;

interface Props {
  row: OutcomeComparison;
  strings: DrawnWords;
  words: DetailWords;
  /** Origin of the pages with the cohorts' records. */
  apiBase: string;
}

export function Forest({ row, strings, words, apiBase }: Props) {
  const axis = axisOf(row);
  return (
    <>
      {therapyClasses
        .filter((group) => row.pools[group].k > 0 || row.pools[group].beside)
        .map((group) => {
          const pool = row.pools[group];
          const { beside } = pool;
          const shared = { group, axis, strings, words, apiBase };
          return (
            <Fragment key={group}>
              {pool.k > 0 && (
                <ClassTable
                  {...shared}
                  pool={pool}
                  of={pool.regimen === "combination" ? pool.regimen : undefined}
                />
              )}
              {beside && (
                <ClassTable {...shared} pool={{ ...nothingElse, ...beside }} of={beside.regimen} />
              )}
            </Fragment>
          );
        })}
      {intervalsOf(row).some(([, upper]) => isBeyond(upper / (axis / 100))) && (
        <p class="muted note">{words.beyondAxis}</p>
      )}
    </>
  );
}

function intervalsOf({ pools }: OutcomeComparison): Interval[] {
  return therapyClasses.flatMap((group) => {
    const { studies, beside, predictionInterval } = pools[group];
    return [
      ...[...studies, ...(beside?.studies ?? [])].map(({ interval }) => interval),
      ...(predictionInterval ? [predictionInterval] : []),
    ];
  });
}

/** The other kind of regimen has no prediction of its own. */
const nothingElse = { predictionInterval: null } as const;

interface ClassProps extends Omit<Props, "row"> {
  group: TherapyClass;
  axis: Axis;
  pool: Pick<Pool, "n" | "estimate" | "interval" | "observed" | "predictionInterval" | "studies">;
  /** Set for a combination, and for the kind of regimen that does not stand for the class. */
  of?: BesidePool["regimen"] | undefined;
}

function ClassTable({ group, axis, pool, of, strings, words, apiBase }: ClassProps) {
  const [product, ...others] = new Set(pool.studies.map((study) => study.product));
  const name = product && others.length === 0 ? product : strings.className[group];
  const counted = pool.studies.every(({ events }) => events !== null);
  return (
    <table class={`forest ${group}`}>
      <caption>
        <Mark group={group} /> {name}
        {of && `, ${words.regimen[of]}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.study}</th>
          <th scope="col" class="number">
            {counted ? words.count : "n"}
          </th>
          <PlotHead words={words} axis={axis} />
          <th scope="col" class="number weight">
            {words.weight}
          </th>
        </tr>
      </thead>
      <tbody>
        {pool.studies.map((study) => (
          <StudyLine
            key={study.cohort}
            study={study}
            group={group}
            axis={axis}
            strings={strings}
            apiBase={apiBase}
          />
        ))}
      </tbody>
      <tbody class="pooled">
        {pool.estimate !== null && pool.interval !== null && pool.studies.length > 1 && (
          <tr>
            <th scope="row">{pool.observed ? words.together : words.pooled}</th>
            <td class="number muted">{pool.n === null ? "" : words.patients(pool.n)}</td>
            <Rate estimate={pool.estimate} interval={pool.interval} strings={strings} />
            <td class="plot-cell">
              <PlotLine
                group={group}
                axis={axis}
                estimate={pool.estimate}
                interval={pool.interval}
                diamond
              />
            </td>
            <td class="number weight">100 %</td>
          </tr>
        )}
        {pool.predictionInterval !== null && (
          <tr class="muted">
            <th scope="row">{words.prediction}</th>
            <td class="number" />
            <td class="number">{rangeOf100(pool.predictionInterval, strings.numbers)}</td>
            <td class="plot-cell">
              <PlotLine group={group} axis={axis} interval={pool.predictionInterval} />
            </td>
            <td class="number weight" />
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface StudyProps extends Omit<ClassProps, "pool" | "words"> {
  study: StudyResult;
}

function StudyLine({ study, group, axis, strings, apiBase }: StudyProps) {
  const { cohort, citation, label, events, n, estimate, interval, weight } = study;
  return (
    <tr>
      <th scope="row">
        <RecordLink
          apiBase={apiBase}
          cohort={cohort}
          label={label}
          publication={citation?.publication ?? null}
        />
      </th>
      <td class="number">{events === null ? n : `${events}/${n}`}</td>
      <Rate estimate={estimate} interval={interval} strings={strings} />
      <td class="plot-cell">
        <PlotLine
          group={group}
          axis={axis}
          estimate={estimate}
          interval={interval}
          weight={weight}
        />
      </td>
      <td class="number weight">{strings.numbers.fixed(weight)} %</td>
    </tr>
  );
}

interface RateProps {
  estimate: number;
  interval: Interval;
  strings: DrawnWords;
}

function Rate({ estimate, interval, strings: { numbers } }: RateProps) {
  return (
    <td class="number">
      <strong>{rateOf100(estimate, 0, numbers)}</strong>{" "}
      <span class="muted range">{rangeOf100(interval, numbers)}</span>
    </td>
  );
}

/** Column headings for a rate and its position on the axis. */
function PlotHead({ words, axis }: { words: DetailWords; axis: Axis }) {
  return (
    <>
      <th scope="col" class="number">
        {words.rate}
      </th>
      <td class="plot-cell">
        <Ticks ticks={[0, axis / 2, axis]} />
      </td>
    </>
  );
}

/** Names the beginning, the middle and the end of an axis. */
export function Ticks({ ticks }: { ticks: readonly [number, number, number] }) {
  return (
    <svg class="line axis" width="100%" height="16" aria-hidden="true">
      {ticks.map((tick, index) => (
        <text key={tick} x={`${index * 50}%`} y="13">
          {tick}
        </text>
      ))}
    </svg>
  );
}

interface PlotProps {
  group: TherapyClass;
  axis: Axis;
  interval: Interval;
  estimate?: number;
  /** Percent; the area of the square is proportional to it. */
  weight?: number;
  diamond?: boolean;
}

export function PlotLine({ group, axis, interval, estimate: rate, weight, diamond }: PlotProps) {
  const [lower, upper] = onAxis(interval, axis / 100);
  const estimate = rate === undefined ? undefined : rate / (axis / 100);
  const side = weight === undefined ? 6 : 4 + Math.sqrt(weight) * 0.8;
  return (
    <svg class={`line ${group}`} width="100%" height="20" aria-hidden="true">
      <line class="grid" x1="50%" x2="50%" y1="0" y2="20" />
      <line class="interval" x1={at(lower)} x2={at(upper)} y1="10" y2="10" />
      {isBeyond(upper) && (
        <svg x="100%" y="10" overflow="visible" aria-hidden="true">
          <path d="M-2-5 6 0-2 5z" />
        </svg>
      )}
      {estimate !== undefined && !isBeyond(estimate) && (
        <svg x={at(estimate)} y="10" overflow="visible" aria-hidden="true">
          {diamond ? (
            <path d="M0-7 7 0 0 7-7 0z" />
          ) : (
            <rect x={-side / 2} y={-side / 2} width={side} height={side} />
          )}
        </svg>
      )}
    </svg>
  );
}

/** A part of the axis; beyond its end nothing is drawn but an arrow. */
function at(part: number): string {
  return `${(Math.min(1, part) * 100).toFixed(1)}%`;
}
