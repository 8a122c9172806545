import type { CitedTiming } from "#data/timing.ts";
import { plain } from "./numbers.ts";
import { joinedClauses } from "./sentences.ts";

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

export const timing = {
  /** `onset a median of 2 days from the most recent dose (range 1 to 9)` */
  time: ({
    what,
    median,
    unit,
    range,
    quartiles,
    from,
    definition,
  }: Pick<
    CitedTiming,
    "what" | "median" | "unit" | "range" | "quartiles" | "from" | "definition"
  >) => {
    const time = `${kinds[what]} a median of ${plain(median)} ${unitOf(median, unit)}`;
    const start = from === null || !needsStart.includes(what) ? "" : ` from ${from}`;
    const spread = joinedClauses([ends("range", range), ends("quartiles", quartiles)]);
    const open = from === null && needsStart.includes(what) && "start not reported";
    return [
      `${time}${start}${spread && ` (${spread})`}`,
      ...[definition, open].filter((text) => text !== null && text !== false),
    ].join(", ");
  },
};
