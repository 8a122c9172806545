/** Trials over a property of them, each named beside its mark, with the line of each class and its band. */
import type { MetaRegression, ModeratorName } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { shortTrialName } from "#presentation/row/trial-names.ts";
import { tenth } from "#presentation/svg/geometry.ts";
import { ClassMark } from "#presentation/svg/marks.tsx";
import { Line, Placed, share } from "#presentation/svg/shares.tsx";
import { plain } from "#presentation/words/numbers.ts";
import { type PlacedName, placeNames } from "./plot-names.ts";

const byClass = ({ group }: { group: TherapyClass }) => therapyClasses.indexOf(group);

/** By class and value, each with its number in the list below the plot, and a name as short as it can be told apart. */
export function trialsOf({ points }: Pick<MetaRegression, "points">) {
  const labels = points.map(({ label }) => label);
  return [...points]
    .sort((one, other) => byClass(one) - byClass(other) || one.x - other.x)
    .map((point, index) => ({
      ...point,
      name: shortTrialName(point.label, labels, 0),
      number: index + 1,
    }));
}

type PlotTrial = ReturnType<typeof trialsOf>[number];

/** Places across are shares, so that the plot is as wide as the page and its letters stay as large. */
const plot = { left: 0.1, right: 0.97, top: 30, height: 300 };
const bottom = plot.top + plot.height;
/** On both sides, so that no mark lies on a number of the axis. */
const free = 0.05 * (plot.right - plot.left);
const [first, last] = [plot.left + free, plot.right - free];
const across = (part: number) => first + (last - first) * part;
const down = (part: number) => tenth(plot.top + plot.height * (1 - part));
/** Names find other places on a phone of 320 pixels than on a desktop; the style sheet shows those that fit. */
const widths = { narrow: 288, wide: 720 } as const;
/** The mark of a trial without patients, and how much larger that of the largest trial is, in pixels. */
const radius = { least: 4, more: 14 };

interface PlotProps {
  regression: Pick<MetaRegression, "lines" | "moderator">;
  trials: readonly PlotTrial[];
  title: string;
  xName: string;
}

export function Plot({ regression: { lines, moderator }, trials, title, xName }: PlotProps) {
  const axes = axesOf(trials, lines, moderator);
  const most = Math.max(...trials.map(({ n }) => n));
  const points = trials.map(({ name, number, group, x, n, estimate }) => ({
    name,
    number,
    group,
    at: [axes.x(x), axes.y(estimate)] as const,
    radius: tenth(radius.least + radius.more * Math.sqrt(n / most)),
  }));
  return (
    <svg class="plot" width="100%" height={bottom + 48} role="img" aria-label={title}>
      <Axes {...axes} xName={xName} />
      <svg
        x={share(first)}
        y={plot.top}
        width={share(last - first)}
        height={plot.height}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {therapyClasses.map((group) => (
          <Band key={group} group={group} line={lines[group]} {...axes} />
        ))}
      </svg>
      {points.map(({ number, name, group, at: [x, y], radius: size }) => (
        <Placed key={number} at={across(x)} y={down(y)}>
          <g class={`trial ${group}`} transform={`scale(${tenth(size / 6)})`}>
            <title>{name}</title>
            <ClassMark group={group} />
          </g>
        </Placed>
      ))}
      {Object.entries(widths).map(([name, width]) => (
        <g key={name} class={`names ${name}`}>
          {namesAt(width, points).map((placed, index) => (
            <Name key={index} placed={placed} point={points[index]} />
          ))}
        </g>
      ))}
    </svg>
  );
}

type PlotPoint = Pick<PlotTrial, "name" | "number" | "group"> & {
  readonly at: readonly [x: number, y: number];
  readonly radius: number;
};

/** @param width of the whole plot, in pixels */
function namesAt(width: number, points: readonly PlotPoint[]): readonly PlacedName[] {
  return placeNames(
    points.map(({ at: [x, y], radius: size, ...point }) => ({
      ...point,
      x: across(x) * width,
      y: down(y),
      // A rhombus reaches farther than a circle of the same area.
      radius: point.group === "bsab" ? size * 1.25 : size,
    })),
    { left: plot.left * width, right: width, top: plot.top - 12, bottom: bottom - 2 },
  );
}

function Name({ placed, point }: { placed: PlacedName; point: PlotPoint | undefined }) {
  if (!point) return null;
  const { text, dx, dy, anchor, isLed } = placed;
  const [x, y] = point.at;
  return (
    <Placed at={across(x)} y={down(y)}>
      {isLed && <path class={`lead ${point.group}`} d={`M0 0L${tenth(dx)} ${tenth(dy)}`} />}
      <text class={point.group} x={tenth(dx)} y={tenth(dy)} dy="0.36em" text-anchor={anchor}>
        {text}
      </text>
    </Placed>
  );
}

type PlotAxes = ReturnType<typeof axesOf>;

/** Rates are of 100, and of 20 where everything lies below: else rare harms would lie on one line. */
function axesOf(
  trials: readonly PlotTrial[],
  lines: MetaRegression["lines"],
  moderator: ModeratorName,
) {
  const xs = trials.map(({ x }) => x);
  const xTicks = roundTicks(Math.min(...xs), Math.max(...xs), moderator === "year" ? 3 : 4);
  const [low = 0, high = 1] = [xTicks[0], xTicks.at(-1)];
  const limits = therapyClasses.flatMap((group) => lines[group].map(({ interval }) => interval[1]));
  const isRare = [...trials.map(({ estimate }) => estimate), ...limits].every(
    (rate) => rate <= 0.2,
  );
  const end = isRare ? 20 : 100;
  const x = (value: number) => (value - low) / (high - low);
  return {
    // Parts of the axes, from 0 to 1.
    x,
    y: (rate: number) => (100 * rate) / end,
    ticks: {
      x: xTicks.map((value) => ({ at: x(value), text: plain(value) })),
      y: [0, end / 2, end].map((value) => ({ at: value / end, text: plain(value) })),
    },
  };
}

/** Round numbers that hold all values. @param most steps, about */
function roundTicks(least: number, largest: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (largest - least) / size <= most) ?? 100;
  const start = Math.floor(least / step);
  const end = Math.max(start + 1, Math.ceil(largest / step));
  return Array.from({ length: end - start + 1 }, (_, index) => (start + index) * step);
}

function Axes({ ticks, xName }: Pick<PlotAxes, "ticks"> & { xName: string }) {
  return (
    <>
      {ticks.y.map(({ at, text }) => (
        <g key={text}>
          <Line name="scale" at={[plot.left, plot.right]} y={down(at)} />
          <text x={share(plot.left - 0.015)} y={down(at)} dy="0.36em" text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {ticks.x.map(({ at, text }) => (
        <text key={text} x={share(across(at))} y={bottom + 20} text-anchor="middle">
          {text}
        </text>
      ))}
      <text y={12}>of 100</text>
      <text x={share(plot.right)} y={bottom + 42} text-anchor="end">
        {xName}
      </text>
    </>
  );
}

interface BandProps extends Pick<PlotAxes, "x" | "y"> {
  group: TherapyClass;
  line: MetaRegression["lines"][TherapyClass];
}

/** A single place has no line. */
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
