import type { CitedTiming } from "#data/timing.ts";
import { plain } from "./numbers.ts";
import { joinedClauses, withCommas, withSpaces } from "./sentences.ts";

const kinds: Readonly<Record<CitedTiming["what"], string>> = {
  onset: "onset",
  duration: "duration",
  "time-to-response": "reached after",
  "apheresis-to-infusion": "cell collection to infusion",
  "hospital-stay": "in hospital",
};

/** The kind of these times does not imply when they start. */
const needsStart: readonly CitedTiming["what"][] = ["onset", "time-to-response"];

export const unitOf = (value: number, unit: string) => (value === 1 ? unit.slice(0, -1) : unit);

const ends = (name: string, range: readonly [number, number] | null) =>
  range && `${name} ${plain(range[0])} to ${plain(range[1])}`;

type Time = Pick<
  CitedTiming,
  "what" | "median" | "unit" | "range" | "quartiles" | "from" | "definition"
>;

/** Returns a median time and what is known of it; each part is empty if it is not reported. */
export function partsOfTime(time: Time) {
  const { what, median, unit, range, quartiles, from, definition } = time;
  const isOpen = needsStart.includes(what);
  return {
    /** States the median with its unit, as in "2 days". */
    median: `${plain(median)} ${unitOf(median, unit)}`,
    /** States the range or the quartiles, as in "range 1 to 9". */
    spread: joinedClauses([ends("range", range), ends("quartiles", quartiles)]),
    /** States the start of the time, as in "from the most recent dose"; empty if the kind of time implies it. */
    start: from === null || !isOpen ? "" : `from ${from}`,
    /** States the definition of the time, and whether its start is not reported. */
    about: withCommas([definition, from === null && isOpen && "from when: not found"]),
  };
}

/** Returns text such as `onset a median of 2 days from the most recent dose (range 1 to 9)`. */
export function timeInWords(time: Time): string {
  const { median, spread, start, about } = partsOfTime(time);
  const whole = withSpaces([`${kinds[time.what]} a median of ${median}`, start]);
  return withCommas([whole + (spread && ` (${spread})`), about]);
}
