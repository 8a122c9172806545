/** Where the medians and the lines of trials stand on their axes of months. */
import { isFew, type StatedMedian, type StatedTrial } from "../statement/survival.ts";

type Printed = Pick<StatedMedian, "months" | "interval" | "followUpMonths">;

/** Ends of the ruler, in months. It is longer than the first only where a median needs it. */
const ends = [60, 72, 96, 120];

/** The months that the ruler names, up to its end. */
export function rulerTicks(medians: readonly Printed[]): number[] {
  const last = medians.map((one) => Math.max(startOf(one) ?? 0, one.interval?.[1] ?? 0));
  const longest = Math.max(0, ...last);
  const end = ends.find((one) => one >= longest) ?? Math.ceil(longest / 24) * 24;
  return ticksTo(end, end > 72 ? 24 : 12);
}

function ticksTo(end: number, step: number): number[] {
  return Array.from({ length: end / step + 1 }, (_, index) => index * step);
}

/** A median that was not reached is beyond its lower limit or, without one, taken from the follow-up on. */
function startOf({ months, interval, followUpMonths }: Printed): number | null {
  return months ?? interval?.[0] ?? followUpMonths;
}

/** Positions, 0 to 1; `open`: the upper end was not reached, and lies at the end of the ruler. */
export function onRuler(printed: Printed, end: number) {
  const { months, interval } = printed;
  const [lower, upper] = months === null ? [startOf(printed), null] : (interval ?? [null, null]);
  const known = lower !== null || upper !== null;
  // A lower end that is missing is drawn from the median on, because nothing is known of it.
  const from = (lower ?? months ?? 0) / end;
  return {
    median: months && months / end,
    interval: known ? ([from, upper === null ? 1 : upper / end] as const) : null,
    open: known && upper === null,
  };
}

/** Heights are in pixels, so that names keep their distance at every width. */
const least = 200;
const lineHeight = 20;

/** Right of the last month is the way to the names. */
const lastMonth = 0.85;

/**
 * `x` of 1; `y` and `nameAt`, the place of its name, in pixels from the top. `joined`: the point before
 * is of as many patients; a line between others would seem to follow the same ones.
 */
export function linesChart(trials: readonly StatedTrial[]) {
  const last = Math.max(12, ...trials.flatMap(({ points }) => points.map(([month]) => month)));
  const end = Math.ceil(last / 12) * 12;
  const height = Math.max(least, trials.length * lineHeight);
  const xOf = (month: number) => (month / end) * lastMonth;
  const drawn = trials.map((trial) => {
    const points = trial.points.map((point, index) => {
      const [month, rate] = point;
      const joined = index > 0 && trial.points[index - 1]?.[4] === point[4];
      return { x: xOf(month), y: (1 - rate) * height, few: isFew(point), joined };
    });
    return { trial, points, nameAt: points.at(-1)?.y ?? 0 };
  });
  return {
    height,
    ticks: ticksTo(end, end > 24 ? 12 : 6).map((month) => ({ month, x: xOf(month) })),
    trials: apart(drawn, height),
  };
}

/** In the order of their names, which are moved down, or up from the end, until none covers another. */
function apart<T extends { nameAt: number }>(trials: readonly T[], bottom: number): T[] {
  let free = 0;
  return [...trials]
    .sort((a, b) => a.nameAt - b.nameAt)
    .map((trial, index) => {
      const lowest = bottom - (trials.length - 1 - index) * lineHeight;
      const nameAt = Math.min(Math.max(trial.nameAt, free), lowest);
      free = nameAt + lineHeight;
      return { ...trial, nameAt };
    });
}
