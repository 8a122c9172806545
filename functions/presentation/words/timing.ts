import type { CitedTiming } from "#data/timing.ts";
import { formatPlain } from "./numbers.ts";
import { joinByCommas, joinBySpaces, joinClauses } from "./sentences.ts";

const kinds: Readonly<Record<CitedTiming["what"], string>> = {
  onset: "onset",
  duration: "duration",
  "time-to-response": "reached after",
  "apheresis-to-infusion": "cell collection to infusion",
  "hospital-stay": "in hospital",
};

/** The kind of these times does not imply when they start. */
const needsStart: readonly CitedTiming["what"][] = ["onset", "time-to-response"];

export const chooseUnit = (value: number, unit: string) => (value === 1 ? unit.slice(0, -1) : unit);

const describeSpan = (name: string, range: readonly [number, number] | null) =>
  range && `${name} ${formatPlain(range[0])} to ${formatPlain(range[1])}`;

type Time = Pick<
  CitedTiming,
  "what" | "median" | "unit" | "range" | "quartiles" | "from" | "definition"
>;

/** Returns text such as `onset a median of 2 days from the most recent dose (range 1 to 9)`. */
export function describeTime(time: Time): string {
  const { what, median, unit, range, quartiles, from, definition } = time;
  const hasStart = needsStart.includes(what);
  const spread = joinClauses([describeSpan("range", range), describeSpan("quartiles", quartiles)]);
  const whole = joinBySpaces([
    `${kinds[what]} a median of ${formatPlain(median)} ${chooseUnit(median, unit)}`,
    from !== null && hasStart && `from ${from}`,
    spread && `(${spread})`,
  ]);
  return joinByCommas([whole, definition, from === null && hasStart && "from when: not found"]);
}
