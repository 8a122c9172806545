/** Where medians stand on their axis of months. */

/** A median as it was printed; a limit that was not reached is `null`. */
interface Printed {
  readonly months: number | null;
  readonly interval: readonly [number | null, number | null] | null;
  readonly followUpMonths: number | null;
}

/** Ends of the ruler, in months. */
const ends = [24, 36, 48, 60, 72, 96, 120];

/** The months that the ruler names, up to its end. */
export function rulerTicks(medians: readonly Printed[]): number[] {
  const longest = Math.max(0, ...medians.map(lastMonth));
  const end = ends.find((one) => one >= longest) ?? Math.ceil(longest / 24) * 24;
  const step = end > 72 ? 24 : 12;
  return Array.from({ length: end / step + 1 }, (_, index) => index * step);
}

/** The last month at which something of it is drawn. */
function lastMonth(printed: Printed): number {
  const { months, interval } = printed;
  const upper = months === null ? null : interval?.[1];
  return Math.max(months ?? 0, upper ?? 0, tailOf(printed)?.[1] ?? 0);
}

/** In months: where no limit is reached, the patients are still followed, up to the median follow-up. */
function tailOf({
  months,
  interval,
  followUpMonths,
}: Printed): readonly [from: number, to: number] | null {
  const isOpen = months === null || (interval !== null && interval[1] === null);
  const from = months ?? 0;
  return isOpen && followUpMonths !== null && followUpMonths > from ? [from, followUpMonths] : null;
}

/**
 * Positions, 0 to 1. `tail`: what was not reached, up to the follow-up. A lower end that is missing is
 * drawn from the median on, because nothing is known of it.
 */
export function onRuler(printed: Printed, end: number) {
  const { months, interval } = printed;
  const tail = tailOf(printed);
  const [lower, upper] = (months !== null && interval) || [null, null];
  const isKnown = months !== null && (lower !== null || upper !== null);
  const at = ([from, to]: readonly [number, number]) => [from / end, to / end] as const;
  return {
    median: months && months / end,
    interval: isKnown ? at([lower ?? months, upper ?? months]) : null,
    tail: tail && at(tail),
  };
}
