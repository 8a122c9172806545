/** Plots trials over one of their properties, each named next to its mark, with the line of each class and its band. */
import type { MetaRegression, ModeratorName } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { removePartOfTrial, shortTrialName } from "#presentation/row/trial-names.ts";
import { tenth } from "#presentation/svg/geometry.ts";
import { ClassMark } from "#presentation/svg/marks.tsx";
import { Line, Placed, share } from "#presentation/svg/shares.tsx";
import { widthOf } from "#presentation/svg/text.ts";
import { plain } from "#presentation/words/numbers.ts";

const byClass = ({ group }: { group: TherapyClass }) => therapyClasses.indexOf(group);

/**
 * Orders the points by class and value. Each has its number in the list below the plot, and the shortest name that
 * tells it apart.
 */
export function trialsOf({ points }: Pick<MetaRegression, "points">) {
  const labels = points.map(labelOf);
  return [...points]
    .sort((a, b) => byClass(a) - byClass(b) || a.x - b.x)
    .map((point, index) => ({
      ...point,
      name: shortTrialName(labelOf(point), labels, 0),
      number: index + 1,
    }));
}

/** Returns the label of the only cohort of a trial, or what the labels of several have in common. */
function labelOf({ cohorts }: MetaRegression["points"][number]): string {
  const [first, another] = cohorts.map(({ label }) => label);
  if (first === undefined) return "";
  return another === undefined ? first : removePartOfTrial(first);
}

type PlotTrial = ReturnType<typeof trialsOf>[number];

/**
 * Horizontal positions are fractions of the width, so that the plot is as wide as the page and its letters keep their
 * size.
 */
const plot = { left: 0.1, right: 0.97, top: 30, height: 300 };
const bottom = plot.top + plot.height;
/** This space on both sides keeps every mark off the numbers of the axis. */
const free = 0.05 * (plot.right - plot.left);
const [first, last] = [plot.left + free, plot.right - free];
const across = (part: number) => first + (last - first) * part;
const down = (part: number) => tenth(plot.top + plot.height * (1 - part));
/** Names are placed for a phone of 320 pixels and for a desktop; the style sheet shows the names that fit. */
const widths = { narrow: 288, wide: 720 } as const;
/**
 * A trial without patients has a mark of the least radius; the mark of the largest trial is larger by `more`, in
 * pixels.
 */
const radius = { least: 4, more: 14 };

interface RegressionPlotProps {
  regression: Pick<MetaRegression, "lines" | "moderator">;
  trials: readonly PlotTrial[];
  title: string;
  xName: string;
}

export function Plot({
  regression: { lines, moderator },
  trials,
  title,
  xName,
}: RegressionPlotProps) {
  const axes = axesOf(trials, lines, moderator);
  const mostPatients = Math.max(...trials.map(({ n }) => n));
  const points = trials.map(({ name, number, group, x, n, estimate }) => ({
    name,
    number,
    group,
    at: [axes.x(x), axes.y(estimate)] as const,
    radius: tenth(radius.least + radius.more * Math.sqrt(n / mostPatients)),
  }));
  const polylines = therapyClasses.map((group) =>
    lines[group].map(({ x, estimate }) => [axes.x(x), axes.y(estimate)] as const),
  );
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
          {namesAt(width, points, polylines).map((placed, index) => (
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

/**
 * Places the names of the trials.
 *
 * @param width The width of the whole plot, in pixels.
 * @param lines The lines that no name crosses if another place is free.
 */
function namesAt(
  width: number,
  points: readonly PlotPoint[],
  lines: readonly (readonly PlotPoint["at"][])[],
): readonly PlacedName[] {
  return placeNames(
    points.map(({ at: [x, y], radius: size, ...point }) => ({
      ...point,
      x: across(x) * width,
      y: down(y),
      // A rhombus reaches farther than a circle of the same area.
      radius: point.group === "bsab" ? size * 1.25 : size,
    })),
    { left: plot.left * width, right: width, top: plot.top - 12, bottom: bottom - 2 },
    lines.flatMap((line) =>
      line.slice(1).flatMap((end, index) => along(line[index] ?? end, end, width)),
    ),
  );
}

/** Covers a straight part of a line with boxes, each as wide as a letter. */
function along(from: PlotPoint["at"], to: PlotPoint["at"], width: number): Box[] {
  const steps = Math.ceil(((across(to[0]) - across(from[0])) * width) / 8);
  const at = (part: number) =>
    [
      across(from[0] + (to[0] - from[0]) * part) * width,
      down(from[1] + (to[1] - from[1]) * part),
    ] as const;
  return Array.from({ length: steps }, (_, step) => {
    const [left, start] = at(step / steps);
    const [right, end] = at((step + 1) / steps);
    return { left, right, top: Math.min(start, end) - 1, bottom: Math.max(start, end) + 1 };
  });
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

/**
 * Returns the axes. Rates are of 100, or of 20 if every rate is lower, because otherwise rare harms would lie on one
 * line.
 */
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
    // Positions on the axes are fractions, 0 to 1.
    x,
    y: (rate: number) => (100 * rate) / end,
    ticks: {
      x: xTicks.map((value) => ({ at: x(value), text: plain(value) })),
      y: [0, end / 2, end].map((value) => ({ at: value / end, text: plain(value) })),
    },
  };
}

/**
 * Returns round numbers that span all values.
 *
 * @param mostSteps The approximate largest number of steps.
 */
function roundTicks(least: number, largest: number, mostSteps: number): number[] {
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

/** Draws the line of a class and its band; a line needs at least two positions. */
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

/** Describes a point as it is drawn; its position and radius are in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: string;
  /** This number stands for the trial in the list below; it replaces the name if there is no room for the name. */
  readonly number: number;
}

export interface PlacedName {
  readonly text: string;
  /** The distance leads from the centre of the point to the anchor of the text: its near edge or its centre. */
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "middle" | "end";
  /** It is true if a line leads from the point to the text. */
  readonly isLed: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Holds the height of a line of 14 px, and the free space between a point and its name. */
const [lineHeight, gap] = [16, 4];
const style = { size: 14 } as const;

/**
 * Places names, those of the largest points first. A name that finds no place gives way to its number, which may stand
 * farther off.
 *
 * @param room The box in which names may stand, in pixels.
 * @param lines The boxes that a name crosses only if no other place is free.
 * @returns A text for each point, in the order of the points.
 */
export function placeNames(
  points: readonly Point[],
  room: Box,
  lines: readonly Box[] = [],
): readonly PlacedName[] {
  const bubbles = points.map(boxOfPoint);
  const taken: Box[] = [];
  const placed = new Map<Point, PlacedName>();
  const place = (point: Point, text: string, reach: number, around: readonly Box[]) => {
    const bubble = boxOfPoint(point);
    const free = candidates(point, text, reach).find(({ box }) => {
      const isInRoom =
        box.left >= room.left &&
        box.right <= room.right &&
        box.top >= room.top &&
        box.bottom <= room.bottom;
      return isInRoom && [...taken, ...around, bubble].every((obstacle) => !overlap(box, obstacle));
    });
    if (!free) return false;
    taken.push(free.box);
    placed.set(point, free.name);
    return true;
  };
  const bySize = [...points].sort((a, b) => b.radius - a.radius);
  for (const around of [[...bubbles, ...lines], bubbles]) {
    for (const point of bySize.filter((candidate) => !placed.has(candidate))) {
      place(point, point.name, 2, around);
    }
  }
  for (const point of bySize.filter((candidate) => !placed.has(candidate))) {
    const text = String(point.number);
    // If points lie too close, a number stands on another point rather than nowhere.
    if (!place(point, text, 8, bubbles) && !place(point, text, 16, [])) {
      placed.set(point, { text, dx: 0, dy: 0, anchor: "middle", isLed: false });
    }
  }
  return points.flatMap((point) => placed.get(point) ?? []);
}

function boxOfPoint({ x, y, radius }: Point): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Lists places for a text, the nearest first: next to the point, above and below it, then in steps of a line. */
function candidates({ x, y, radius }: Point, text: string, reach: number) {
  const width = widthOf(text, style);
  const half = lineHeight / 2;
  const distance = radius + gap;
  const at = (dx: number, dy: number, anchor: PlacedName["anchor"], isLed: boolean) => {
    const start = x + dx;
    const left = anchor === "start" ? start : anchor === "end" ? start - width : start - width / 2;
    const box = { left, right: left + width, top: y + dy - half, bottom: y + dy + half };
    return { box, name: { text, dx, dy, anchor, isLed } };
  };
  const shifts = Array.from({ length: reach }, (_, index) => (index + 1) * lineHeight);
  return [
    at(distance, 0, "start", false),
    at(-distance, 0, "end", false),
    at(0, -(distance + half), "middle", false),
    at(0, distance + half, "middle", false),
    ...shifts.flatMap((shift) =>
      [-shift, shift].flatMap((dy) => [
        at(distance + 2 * gap, dy, "start", true),
        at(-distance - 2 * gap, dy, "end", true),
      ]),
    ),
  ];
}
