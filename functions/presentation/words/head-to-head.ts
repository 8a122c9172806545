/** The words of the studies in which others set treatments against each other, in English. */
import type { HeadToHead } from "#core/answer/answer.ts";
import type { ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import type { flaws } from "#core/others/doubts.ts";
import type { ComparisonFigure } from "#data/schema.ts";
import { measureName } from "./figures-in-print.ts";
import { plain } from "./numbers.ts";
import { joinedClauses, sentence, uncapitalised } from "./sentences.ts";

/** Events of which less is more of something good, and those with words of their own. */
const directions: Readonly<Record<string, { more: string; fewer: string }>> = {
  death: {
    more: "more deaths from any cause",
    fewer: "fewer deaths from any cause",
  },
  "progression or death": {
    more: "shorter without progression",
    fewer: "longer without progression",
  },
  "second progression or death": {
    more: "shorter until the second progression",
    fewer: "longer until the second progression",
  },
  "progression or death after a response": {
    more: "shorter remission",
    fewer: "longer remission",
  },
  "next treatment": {
    more: "shorter until the next treatment",
    fewer: "longer until the next treatment",
  },
};

const named = (name: string, said: string) => (name === "" ? said : `${name} ${said}`);

/** @param name What was counted, if its event has no words of its own; empty where it is said above. */
function direction(event: string, name: string, isMore: boolean): string {
  const own = directions[event];
  if (own) return isMore ? own.more : own.fewer;
  return named(name, `${isMore ? "more" : "less"} often`);
}

/** "not reported: death within 6 months" */
const notReported = (outcomes: readonly string[]) =>
  `not reported: ${outcomes.map(uncapitalised).join(", ")}`;

/** What was counted, at which month and of which cut: "at 12 months, followed 15.9 months"; empty of neither. */
const circumstances = ({
  definition,
  month,
  followUpMonths,
}: Pick<ComparisonFigure, "definition" | "month" | "followUpMonths">) =>
  [
    definition,
    month !== undefined && `at ${plain(month)} months`,
    followUpMonths !== undefined && `followed ${plain(followUpMonths)} months`,
  ]
    .filter(Boolean)
    .join(", ");

/**
 * After a ratio of deaths: "with crossover from standard regimens in 56 % (to ide-cel, followed 30.9 months)".
 *
 * @param printedShare "56 %"
 * @param circumstance As `circumstances` says it.
 */
export const crossover = (control: string, printedShare: readonly string[], circumstance: string) =>
  `with crossover from ${uncapitalised(control)} in ${printedShare.join(", ")}${circumstance && ` (${circumstance})`}`;

const designs = { randomised: "Randomised", matched: "Matched, practice" } as const;

/** "0.61 and 0.62"; of three or more "0.50–0.62", with as many decimals as the longer end; nothing is rounded. */
function values({ lowest, highest, studies }: HeadToHead): string {
  if (lowest === highest) return plain(lowest);
  const ends = [lowest, highest];
  const decimals = Math.max(...ends.map((one) => String(one).split(".")[1]?.length ?? 0));
  return ends.map((one) => one.toFixed(decimals)).join(studies.length === 2 ? " and " : "–");
}

const doubtful: Readonly<Record<HeadToHead["doubts"][number], string>> = {
  "lived-to-infusion": "who got CAR-T had lived to infusion",
  overlapping: "they overlap",
  "news-only": "seen in news reports only",
};

/**
 * "Matched, practice: death hazard ratio 0.50–0.62 with CAR-T in 4 analyses; who got CAR-T had lived to
 * infusion; they overlap". Studies that do not count say why where they stand themselves. A ratio is never turned into more or fewer of something.
 */
function headToHead(found: HeadToHead): string {
  const { design, event, label, measure, interval, studies, clear } = found;
  const count = studies.length;
  const ends = interval === null ? "" : ` (${plain(interval[0])}–${plain(interval[1])})`;
  const name = event === "death" ? event : uncapitalised(label);
  const doubts = found.doubts.map((doubt) => doubtful[doubt]);
  return joinedClauses([
    `${designs[design]}: ${name} ${measureName(measure)} ${values(found)}${ends} with CAR-T${count > 1 ? ` in ${count} analyses` : ""}${count > 1 && clear < count ? `, ${clear === 0 ? "none" : clear} of them clear of 1` : ""}`,
    ...doubts,
  ]);
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
  flaw: {
    "no-address": "Its source was seen without an address.",
    "contradicts-itself": "Some of its results are in conflict with each other.",
  } satisfies Record<(typeof flaws)[number], string>,
  circumstances,
  notReported: (outcomes: readonly string[]) => sentence(notReported(outcomes)),
  crossover,
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
