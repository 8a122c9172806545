/** How soon a harm begins, in one sentence of a row. */
import type { OnsetRange } from "#core/evidence/timing.ts";
import { joined } from "../words/counts.ts";
import { plain } from "../words/numbers.ts";
import { productGiven } from "../words/product-name.ts";

/**
 * "Starts (median): elranatamab and teclistamab 2 days after the most recent dose; …"
 *
 * @param ranges of one outcome; those from one start stand together, because others are not alike
 * @returns empty without any
 */
export function onsetText(ranges: readonly OnsetRange[]): string {
  if (ranges.length === 0) return "";
  const starts = [...new Set(ranges.map(({ from }) => from))];
  const clauses = starts.map((start) => {
    const together = ranges.filter(({ from }) => from === start);
    const times = [...new Set(together.map(timeText))].map((time) => {
      const names = together.filter((range) => timeText(range) === time).map(nameOf);
      return `${joined(names)} ${time}`;
    });
    return `${times.join(", ")} ${start === null ? "(from when is not reported)" : `after ${start}`}`;
  });
  return `Starts (median): ${clauses.join("; ")}.`;
}

function nameOf({ product, regimen }: OnsetRange): string {
  return productGiven(product, regimen);
}

/** Less than two days are told in hours, if they are no whole day. */
function timeText({ medianDays: [lowest, highest] }: OnsetRange): string {
  const isInHours = highest < 2 && !Number.isInteger(highest);
  const size = (days: number) => plain(isInHours ? Math.round(24 * days) : days);
  const unit = isInHours ? "hour" : "day";
  if (lowest === highest) return `${size(lowest)} ${size(lowest) === "1" ? unit : `${unit}s`}`;
  return `${size(lowest)}–${size(highest)} ${unit}s`;
}
