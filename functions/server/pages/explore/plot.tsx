/** Plots trials over one of their properties, each with its number in the list below, and the line of each class. */
import type { MetaRegression, ModeratorName } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { roundToTenth } from "#presentation/svg/geometry.ts";
import {
  ClassMark,
  formatWidthShare,
  HorizontalLine,
  PlacedAtShare,
} from "#presentation/svg/marks.tsx";
import { formatPlainNumber } from "#presentation/words/numbers.ts";
import { joinByCommas } from "#presentation/words/sentences.ts";

/** Holds a point of the regression with its number in the list below. */
export type NumberedTrial = MetaRegression["points"][number] & { readonly number: number };

/**
 * Horizontal positions are fractions of the width, so that the plot is as wide as the page and its letters keep their
 * size; vertical ones are pixels.
 */
const plot = { left: 0.1, right: 0.97, top: 24, height: 140 };
const bottom = plot.top + plot.height;
/** This space on both sides keeps every mark off the numbers of the axis. */
const free = 0.05 * (plot.right - plot.left);
const [first, last] = [plot.left + free, plot.right - free];
const convertFractionToX = (part: number) => first + (last - first) * part;
const convertFractionToY = (part: number) => roundToTenth(plot.top + plot.height * (1 - part));
/** The mark of the largest trial has the largest radius, in pixels. */
const radius = { least: 3, most: 9 };

type PlottedRegression = Pick<MetaRegression, "lines" | "moderator">;

interface PlotProps {
  regression: PlottedRegression;
  trials: readonly NumberedTrial[];
  title: string;
  xName: string;
}

export function RegressionPlot({
  regression: { lines, moderator },
  trials,
  title,
  xName,
}: PlotProps) {
  const axes = makeBothPlotAxes(trials, lines, moderator);
  const mostPatients = Math.max(...trials.map(({ n }) => n));
  const points = trials.map(({ number, group, cohorts, x, n, estimate }) => ({
    ...{ number, group, x: convertFractionToX(axes.x(x)), y: convertFractionToY(axes.y(estimate)) },
    name: joinByCommas(cohorts.map(({ label }) => label)),
    radius: radius.least + (radius.most - radius.least) * Math.sqrt(n / mostPatients),
  }));
  const heights = placePointNumbers(points);
  return (
    <svg class="plot" width="100%" height={bottom + 48} role="img" aria-label={title}>
      <Axes {...axes} xName={xName} />
      <svg
        x={formatWidthShare(first)}
        y={plot.top}
        width={formatWidthShare(last - first)}
        height={plot.height}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {therapyClasses.map((group) => (
          <Band key={group} group={group} line={lines[group]} {...axes} />
        ))}
      </svg>
      {points.map(({ number, name, group, x, y, radius: size }) => (
        <PlacedAtShare key={number} at={x} y={y}>
          <g class={`trial ${group}`} transform={`scale(${roundToTenth(size / 6)})`}>
            <title>{name}</title>
            <ClassMark group={group} />
          </g>
        </PlacedAtShare>
      ))}
      {points.map(({ number, group, x, radius: size }) => (
        <PlacedAtShare key={number} at={x} y={roundToTenth(heights.get(number) ?? 0)}>
          <text class={group} x={roundToTenth(1.25 * size + 2)} dy="0.36em">
            {number}
          </text>
        </PlacedAtShare>
      ))}
    </svg>
  );
}

/**
 * Returns the height at which each number stands beside its mark, by number, in pixels from the top. A number stands
 * below another one that has its place on a phone.
 */
function placePointNumbers(points: readonly { number: number; x: number; y: number }[]) {
  const room = { width: 22 / 288, height: 13 };
  const heights = new Map<number, number>();
  for (const point of [...points].sort((a, b) => a.y - b.y)) {
    const beside = points
      .filter(({ number, x }) => heights.has(number) && Math.abs(x - point.x) < room.width)
      .map(({ number }) => (heights.get(number) ?? 0) + room.height);
    heights.set(point.number, Math.max(point.y, ...beside));
  }
  return heights;
}

type PlotAxes = ReturnType<typeof makeBothPlotAxes>;

/**
 * Makes the axes. Both span the trials and the lines, but not the bands, because a band of few trials would fill any
 * space.
 */
function makeBothPlotAxes(
  trials: readonly NumberedTrial[],
  lines: MetaRegression["lines"],
  moderator: ModeratorName,
) {
  const x = makePlotAxisOfValues(
    trials.map((trial) => trial.x),
    moderator === "year" ? 3 : 4,
  );
  const rates = listTrialAndLineRates(trials, lines);
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  // The numbers of the lowest trials stand above the axis. No rate is above 100, not even if everybody had the event.
  const lowest = Math.max(0, Math.min(least - (most - least) / 6, 99));
  const y = makePlotAxisOfValues([lowest, most], 4);
  return {
    // Positions on the axes are fractions, 0 to 1.
    x: x.place,
    y: (rate: number) => y.place(100 * rate),
    ticks: { x: x.ticks, y: y.ticks },
  };
}

/** Lists the rates of all trials and lines, of 100. */
function listTrialAndLineRates(
  trials: readonly NumberedTrial[],
  lines: MetaRegression["lines"],
): number[] {
  return [...trials, ...therapyClasses.flatMap((group) => lines[group])].map(
    ({ estimate }) => 100 * estimate,
  );
}

function makePlotAxisOfValues(values: readonly number[], mostSteps: number) {
  const ticks = listRoundTicks(Math.min(...values), Math.max(...values), mostSteps);
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const place = (value: number) => (value - low) / (high - low);
  return {
    place,
    ticks: ticks.map((value) => ({ at: place(value), text: formatPlainNumber(value) })),
  };
}

/** Tells whether a band goes on beyond the upper or the lower edge of the plot. */
export function isAnyBandBeyondPlotEdge(
  { lines, moderator }: PlottedRegression,
  trials: readonly NumberedTrial[],
) {
  const { y } = makeBothPlotAxes(trials, lines, moderator);
  return therapyClasses.some((group) =>
    lines[group].some(({ interval: [low, high] }) => y(low) < 0 || y(high) > 1),
  );
}

/** Lists round numbers that span all values, in about so many steps at most. */
function listRoundTicks(least: number, largest: number, mostSteps: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (largest - least) / size <= mostSteps) ?? 100;
  const start = Math.floor(least / step);
  const end = Math.max(start + 1, Math.ceil(largest / step));
  return Array.from({ length: end - start + 1 }, (_, index) => (start + index) * step);
}

function Axes({ ticks, xName }: Pick<PlotAxes, "ticks"> & { xName: string }) {
  return (
    <>
      {ticks.y.map(({ at, text }) => (
        <g key={text}>
          <HorizontalLine name="scale" at={[plot.left, plot.right]} y={convertFractionToY(at)} />
          <text
            x={formatWidthShare(plot.left - 0.015)}
            y={convertFractionToY(at)}
            dy="0.36em"
            text-anchor="end"
          >
            {text}
          </text>
        </g>
      ))}
      {ticks.x.map(({ at, text }) => (
        <text
          key={text}
          x={formatWidthShare(convertFractionToX(at))}
          y={bottom + 20}
          text-anchor="middle"
        >
          {text}
        </text>
      ))}
      <text y={12}>of 100</text>
      <text x={formatWidthShare(plot.right)} y={bottom + 42} text-anchor="end">
        {xName}
      </text>
    </>
  );
}

interface BandProps extends Pick<PlotAxes, "x" | "y"> {
  group: TherapyClass;
  line: MetaRegression["lines"][TherapyClass];
}

/** Draws the line of a class and its band over the values of its trials; a line needs at least two positions. */
function Band({ group, line, x, y }: BandProps) {
  if (line.length < 2) return null;
  const path = (places: readonly (readonly [number, number])[]) =>
    places.map(([value, rate]) => `${x(value).toFixed(4)} ${(1 - y(rate)).toFixed(4)}`).join("L");
  const lower = line.map(({ x: value, interval }) => [value, interval[0]] as const);
  const upper = line.map(({ x: value, interval }) => [value, interval[1]] as const);
  return (
    <g class={group}>
      <path class="band" d={`M${path([...lower, ...upper.reverse()])}Z`} />
      <path class="line" d={`M${path(line.map(({ x: value, estimate }) => [value, estimate]))}`} />
    </g>
  );
}
