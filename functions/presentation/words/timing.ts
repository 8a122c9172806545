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

/** Returns text such as `onset a median of 2 days from the most recent dose (range 1 to 9)`. */
export function timeInWords(time: Time): string {
  const { what, median, unit, range, quartiles, from, definition } = time;
  const hasStart = needsStart.includes(what);
  const spread = joinedClauses([ends("range", range), ends("quartiles", quartiles)]);
  const whole = withSpaces([
    `${kinds[what]} a median of ${plain(median)} ${unitOf(median, unit)}`,
    from !== null && hasStart && `from ${from}`,
    spread && `(${spread})`,
  ]);
  return withCommas([whole, definition, from === null && hasStart && "from when: not found"]);
}
