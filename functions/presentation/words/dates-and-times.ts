/** Writes dates, and the times that trials print. */
import type { CitedTiming } from "#data/cited-times.ts";
import { formatPlainNumber } from "./numbers.ts";
import { joinByCommas, joinBySemicolons, joinBySpaces } from "./sentences.ts";

const kinds: Readonly<Record<CitedTiming["what"], string>> = {
  onset: "onset",
  duration: "duration",
  "time-to-response": "reached after",
  "apheresis-to-infusion": "apheresis to infusion",
  "hospital-stay": "in hospital",
};

/** The kind of these times does not imply when they start. */
const needsStart: readonly CitedTiming["what"][] = ["onset", "time-to-response"];

export const chooseSingularOrPluralUnit = (value: number, unit: string) =>
  value === 1 ? unit.slice(0, -1) : unit;

const describeNamedRange = (name: string, range: readonly [number, number] | null) =>
  range && `${name} ${formatPlainNumber(range[0])} to ${formatPlainNumber(range[1])}`;

type Time = Pick<
  CitedTiming,
  "what" | "median" | "unit" | "range" | "quartiles" | "from" | "definition"
>;

/** Returns text such as `onset a median of 2 days from the most recent dose (range 1 to 9)`. */
export function describePrintedTime(time: Time): string {
  const { what, median, unit, range, quartiles, from, definition } = time;
  const hasStart = needsStart.includes(what);
  const spread = joinBySemicolons([
    describeNamedRange("range", range),
    describeNamedRange("quartiles", quartiles),
  ]);
  const whole = joinBySpaces([
    `${kinds[what]} a median of ${formatPlainNumber(median)} ${chooseSingularOrPluralUnit(median, unit)}`,
    from !== null && hasStart && `from ${from}`,
    spread && `(${spread})`,
  ]);
  return joinByCommas([whole, definition, from === null && hasStart && "from when: not reported"]);
}

/**
 * Lists the short names of months in British English (CLDR). They are written here because browsers of different age
 * shorten September differently, and because a slow phone needs 40 ms to make the formats of `Intl`.
 */
const months = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(" ");

/**
 * Returns `2023`, `Feb 2023` or `11 Feb 2023`: the parts that the date has. The month is a word, so that nobody
 * confuses it with the day.
 *
 * @param isoDate A year, a month or a day by ISO 8601; the time of a day is left out.
 */
export function formatDate(isoDate: string): string {
  const [year, month, day] = isoDate.split(/[-T]/);
  const name = months[Number(month) - 1];
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}
