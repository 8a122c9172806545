/** The words of the studies in which others set treatments against each other, in English. */
import type { ComparedWords } from "../contract/compared.ts";
import { englishNumbers } from "../numbers.ts";

const { plain } = englishNumbers;

const measures = {
  "hazard-ratio": "hazard ratio",
  "odds-ratio": "odds ratio",
  "risk-ratio": "risk ratio",
  "incidence-rate-ratio": "incidence rate ratio",
  "risk-difference": "difference in percentage points",
} as const;

const end = (value: number | null) => (value === null ? "not reached" : plain(value));

export const compared: ComparedWords = {
  heading: "Studies that compared",
  note: "What others found when they set treatments against each other; shown as printed, never pooled.",
  none: "None known here for this outcome.",
  loading: "Loading the studies",
  all: "All studies that compared the two classes",
  more: (studies) => `${studies} more ${studies === 1 ? "study" : "studies"}`,
  design: {
    randomised: "randomised",
    matched: "matched",
    adjusted: "adjusted or indirect",
    sequence: "sequence",
    unadjusted: "not adjusted",
  },
  contrast: {
    between: "CAR-T and bispecific",
    standard: "against standard therapy",
    within: "within one class",
    strategies: "orders or groups of treatment",
  },
  method: (method) => `Adjustment: ${method}.`,
  mixed: "Not myeloma alone.",
  against: (of, against) => `${of} against ${against}`,
  counted: (events, n) => `${events} of ${n}`,
  percent: (value) => `${plain(value)} %`,
  median: (months) => `median ${plain(months)} months`,
  interval: (low, high) => ` (${end(low)} to ${end(high)})`,
  effect: ({ measure, value, interval }, more) => {
    const range = interval === null ? "" : ` (${plain(interval[0])} to ${plain(interval[1])})`;
    const neutral = measure === "risk-difference" ? 0 : 1;
    // Hazards and rates are those of events, also for survival; the others count what the row names.
    const counted = measure === "hazard-ratio" || measure === "incidence-rate-ratio";
    const what = counted ? "more events" : "more";
    return `${measures[measure]} ${plain(value)}${range}; above ${neutral}: ${what} with ${more}`;
  },
  favours: (side) => `in favour of ${side}`,
  summarised: (k) => (k === 1 ? "1 comparison" : `${k} comparisons`),
  p: (text) => `P ${/^[<>]/.test(text) ? text.replace(/^([<>])/, "$1 ") : `= ${text}`}`,
  notPrinted: "no number printed",
};
