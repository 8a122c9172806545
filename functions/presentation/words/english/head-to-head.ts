/** The words of the studies in which others set treatments against each other, in English. */
import type { HeadToHead } from "#core/answer/answer.ts";
import type { ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import { englishNumbers } from "../numbers.ts";
import { uncapitalised } from "../sentences.ts";
import { measureName } from "./figures-in-print.ts";

const { plain } = englishNumbers;

/** Events of which less is more of something good, and those with words of their own. */
const directions: Readonly<Record<string, { more: string; fewer: string; none: string }>> = {
  death: {
    more: "more deaths from any cause",
    fewer: "fewer deaths from any cause",
    none: "deaths from any cause",
  },
  "progression or death": {
    more: "shorter without progression",
    fewer: "longer without progression",
    none: "time without progression",
  },
  "second progression or death": {
    more: "shorter until the second progression",
    fewer: "longer until the second progression",
    none: "time until the second progression",
  },
  "progression or death after a response": {
    more: "shorter remission",
    fewer: "longer remission",
    none: "length of remission",
  },
  "next treatment": {
    more: "shorter until the next treatment",
    fewer: "longer until the next treatment",
    none: "time until the next treatment",
  },
};

const named = (name: string, said: string) => (name === "" ? said : `${name} ${said}`);

/** @param name What was counted, if its event has no words of its own; empty where it is said above. */
function direction(event: string, name: string, isMore: boolean): string {
  const own = directions[event];
  if (own) return isMore ? own.more : own.fewer;
  return named(name, `${isMore ? "more" : "less"} often`);
}

/** @param isMore `null` where the ratio leaves it open. */
export function finding(event: string, isMore: boolean | null, name = event): string {
  if (isMore !== null) return direction(event, name, isMore);
  return named(directions[event]?.none ?? name, "not clearly different");
}

const designs = { randomised: "Randomised", matched: "Matched, practice" } as const;

/** Ends of a range with as many decimals as the longer one; nothing is rounded. */
function range(lowest: number, highest: number): string {
  if (lowest === highest) return plain(lowest);
  const decimals = Math.max(
    ...[lowest, highest].map((one) => String(one).split(".")[1]?.length ?? 0),
  );
  // Not "0.50–0.62", which would be read as an interval.
  return `${lowest.toFixed(decimals)} to ${highest.toFixed(decimals)}`;
}

/** "Matched, practice: fewer deaths with CAR-T, hazard ratios 0.50 to 0.62 in 4 analyses, …": beside the name of its row. */
function headToHead(found: HeadToHead): string {
  const { design, event, measure, lowest, highest, interval, clear, sharing } = found;
  const count = found.studies.length;
  const isOneWay = lowest > 1 || highest < 1;
  const what =
    isOneWay && clear > 0
      ? `${finding(event, lowest > 1, "")} with CAR-T`
      : finding(event, null, "");
  const ends = interval === null ? "" : ` (${plain(interval[0])}–${plain(interval[1])})`;
  return [
    `${designs[design]}: ${what}`,
    count === 1
      ? `${measureName(measure)} ${range(lowest, highest)}${ends}`
      : `${measureName(measure)}s ${range(lowest, highest)} in ${count} analyses`,
    clear > 0 && clear < count && `${clear} of them clear of 1`,
    sharing > 0 && (sharing === count ? "overlapping" : `${sharing} overlapping`),
  ]
    .filter(Boolean)
    .join(", ");
}

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
  notReported: (outcomes: readonly string[]) =>
    `Not reported: ${outcomes.map(uncapitalised).join(", ")}.`,
  against: (of: string, against: string) => `${of} against ${against}`,
  /** @param side The one that the effect is said of. */
  direction: (event: string, name: string, isMore: boolean, side: string) =>
    `${direction(event, name, isMore)} with ${side}`,
  headToHead,
  favours: (side: string) => `in favour of ${side}`,
  summarised: (k: number) => (k === 1 ? "1 comparison" : `${k} comparisons`),
  /** As its source prints it: "0.012", "<0.001". */
  p: (text: string) => `P ${text.startsWith("<") ? `< ${text.slice(1)}` : `= ${text}`}`,
};
