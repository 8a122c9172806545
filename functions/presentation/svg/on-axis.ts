/** Places on an axis whose end is 1. */
type Interval = readonly [lower: number, upper: number];

/**
 * As parts of the axis. Beyond 1 lie cohorts and predictions that go on where the axis of the pools
 * ends.
 */
export function onAxis([lower, upper]: Interval, end: number): Interval {
  return [lower / end, upper / end];
}

/** Whether it goes on beyond the axis, not by rounding only. */
export function isBeyond(part: number): boolean {
  return part > 1 + 1e-9;
}
