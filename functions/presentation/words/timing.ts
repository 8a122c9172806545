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

/** Their kind does not say from when they count. */
const needsStart: readonly CitedTiming["what"][] = ["onset", "time-to-response"];

export const unitOf = (value: number, unit: string) => (value === 1 ? unit.slice(0, -1) : unit);

const ends = (name: string, range: readonly [number, number] | null) =>
  range && `${name} ${plain(range[0])} to ${plain(range[1])}`;

type Time = Pick<
  CitedTiming,
  "what" | "median" | "unit" | "range" | "quartiles" | "from" | "definition"
>;

/** A median time, and what is said of it; each empty where nothing is. */
export function partsOfTime(time: Time) {
  const { what, median, unit, range, quartiles, from, definition } = time;
  const isOpen = needsStart.includes(what);
  return {
    /** Holds text such as "2 days". */
    median: `${plain(median)} ${unitOf(median, unit)}`,
    /** Holds text such as "range 1 to 9". */
    spread: joinedClauses([ends("range", range), ends("quartiles", quartiles)]),
    /** Holds text such as "from the most recent dose". */
    start: from === null || !isOpen ? "" : `from ${from}`,
    /** The definition of the time, and a remark if its start is not reported. */
    about: withCommas([definition, from === null && isOpen && "start not reported"]),
  };
}

/** Returns text such as `onset a median of 2 days from the most recent dose (range 1 to 9)`. */
export function timeInWords(time: Time): string {
  const { median, spread, start, about } = partsOfTime(time);
  const whole = withSpaces([`${kinds[time.what]} a median of ${median}`, start]);
  return withCommas([whole + (spread && ` (${spread})`), about]);
}
