/** A printed figure of a study in words: its count, percentage or median, with the interval. */
import { printed } from "../words/figures-in-print.ts";

interface Figure {
  readonly events: number | null;
  readonly n: number | null;
  readonly percentPrinted: number | null;
  readonly medianMonths?: number | null;
  readonly interval?: readonly [number | null, number | null] | null;
}

/** @returns Nothing where nothing is printed. */
export function printedFigure({
  events,
  n,
  percentPrinted,
  medianMonths = null,
  interval = null,
}: Figure): string[] {
  const range = interval === null ? "" : printed.interval(...interval);
  // The interval is that of the median, else of the percentage.
  const [ofMedian, ofPercent] = medianMonths === null ? ["", range] : [range, ""];
  return [
    events !== null && n !== null && printed.counted(events, n),
    percentPrinted !== null && `${printed.percent(percentPrinted)}${ofPercent}`,
    medianMonths !== null && `${printed.median(medianMonths)}${ofMedian}`,
  ].filter((text) => text !== false);
}
