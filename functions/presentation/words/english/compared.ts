/** The words of the studies in which others set treatments against each other, in English. */
import type { ComparisonTable } from "#core/evidence/adjusted-comparisons.ts";
import { englishNumbers } from "../numbers.ts";

const { plain } = englishNumbers;

type Effect = NonNullable<ComparisonTable["rows"][number]["effect"]>;

const measures = {
  "hazard-ratio": "hazard ratio",
  "odds-ratio": "odds ratio",
  "risk-ratio": "risk ratio",
  "incidence-rate-ratio": "incidence rate ratio",
  "risk-difference": "difference in percentage points",
} as const;

const end = (value: number | null) => (value === null ? "not reached" : plain(value));

export const compared = {
  design: {
    randomised: "randomised",
    matched: "matched",
    adjusted: "adjusted or indirect",
    sequence: "sequence",
    unadjusted: "not adjusted",
  } satisfies Record<ComparisonTable["design"], string>,
  contrast: {
    between: "CAR-T and bispecific",
    standard: "against standard therapy",
    within: "within one class",
    strategies: "orders or groups of treatment",
  } satisfies Record<ComparisonTable["contrast"], string>,
  method: (method: string) => `Adjustment: ${method}.`,
  mixed: "Not myeloma alone.",
  against: (of: string, against: string) => `${of} against ${against}`,
  counted: (events: number, n: number) => `${events} of ${n}`,
  percent: (value: number) => `${plain(value)} %`,
  median: (months: number) => `median ${plain(months)} months`,
  interval: (low: number | null, high: number | null) => ` (${end(low)} to ${end(high)})`,
  /** An effect, and which side has more events above its neutral value. */
  effect: ({ measure, value, interval }: Omit<Effect, "moreEventsAbove">, more: string) => {
    const range = interval === null ? "" : ` (${plain(interval[0])} to ${plain(interval[1])})`;
    const neutral = measure === "risk-difference" ? 0 : 1;
    // Hazards and rates are those of events, also for survival; the others count what the row names.
    const counted = measure === "hazard-ratio" || measure === "incidence-rate-ratio";
    const what = counted ? "more events" : "more";
    return `${measures[measure]} ${plain(value)}${range}; above ${neutral}: ${what} with ${more}`;
  },
  favours: (side: string) => `in favour of ${side}`,
  summarised: (k: number) => (k === 1 ? "1 comparison" : `${k} comparisons`),
  p: (text: string) => `P ${/^[<>]/.test(text) ? text.replace(/^([<>])/, "$1 ") : `= ${text}`}`,
  notPrinted: "no number printed",
};
