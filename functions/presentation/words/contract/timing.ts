/** The words of printed times: how soon, how long. */
import type { CitedTiming } from "#data/timing.ts";

/** What stands above the lines. */
export interface TimingHeading {
  readonly heading: string;
  readonly note: string;
}

/** Only the server says a line, because only it has the times. */
export interface TimingWords {
  /** `onset a median of 2 days from the most recent dose (range 1 to 9)` */
  readonly time: (
    time: Pick<
      CitedTiming,
      "what" | "median" | "unit" | "range" | "quartiles" | "from" | "definition"
    >,
  ) => string;
}
