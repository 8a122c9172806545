/** The checks of a difference, each with its result; the range with any one trial left out. */

import type { Check, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { differenceRange, differenceWords, signedDifference } from "../words/rates.ts";
import { probability, ratioText } from "../words/ratios.ts";
import { sentence } from "../words/sentences.ts";
import { differenceOf } from "./difference.ts";

export interface CheckLine {
  /** "Without each product in turn" */
  readonly name: string;
  /** "without cilta-cel, asked for 3 of 5"; empty where all was asked in one way. */
  readonly of: string;
  /** "lost", "cannot be asked" */
  readonly status: string;
  /** "11 more (18 fewer to 28 more)", of another model also "odds ratio 4.0 (0.96–16.8)"; empty without a result. */
  readonly result: string;
}

export interface ChecksStatement {
  /** "Unclear in 4 of 5 checks: smaller in 2, …"; "Difference unclear: 0 lies within." */
  readonly strength: string;
  readonly lines: readonly CheckLine[];
  /** The range with any one trial left out, and where its interval then reaches 0. */
  readonly beneath: string;
  /** How far the difference is from none: for the report. */
  readonly tippingPoint: string;
}

type Words = Pick<Catalogue, "analyses" | "screen">;

/** `null` without a difference. */
export function checksOf(
  row: Row,
  without: LeaveOneOut | null,
  words: Words,
): ChecksStatement | null {
  const numbers = differenceOf(row);
  if (!numbers) return null;
  const { analyses, screen } = words;
  const { checks: said } = analyses;
  const range =
    without &&
    differenceRange([without.lowest.differencePer100, without.highest.differencePer100], screen);
  const [lower, upper] = numbers.interval;
  const nearest = lower > 0 ? lower : upper;
  const tipping =
    !numbers.includesZero &&
    said.tippingPoint(
      signedDifference(nearest, screen),
      signedDifference(numbers.difference, screen),
      row.phrase,
    );
  const checks = numbers.contrast.checks ?? [];
  const strength = row.status && screen.status(row.status);
  const detail = numbers.includesZero
    ? said.includesZero(chanceOf(numbers.contrast.probabilityHigher, screen))
    : said.losses(checks);
  const lines = checks.map((check) => lineOf(check, words));
  // Where 0 lies within anyway, the range alone is news.
  const reached =
    range && !numbers.includesZero
      ? said.reachesZero(
          range,
          without.reachesZero.map(({ label }) => label),
          without.trials,
        )
      : range;
  const leftOut = reached && without && said.leaveOneOut(reached, without.trials, without.of);
  return {
    strength: strength ? sentence([strength, detail].filter(Boolean).join(": ")) : "",
    lines,
    beneath: leftOut || "",
    tippingPoint: tipping || "",
  };
}

function chanceOf(probabilityHigher: number | null, { numbers }: Words["screen"]): string | null {
  return probabilityHigher === null ? null : probability(probabilityHigher, numbers);
}

function lineOf(check: Check, words: Words): CheckLine {
  const said = words.analyses.checks;
  return {
    name: said.name(check),
    of: [said.shown(check), said.extent(check)].filter(Boolean).join(", "),
    status: said.status(check),
    result: resultOf(check, words),
  };
}

/** Of another model with the odds ratio, whose interval decides; it stands alone where the two disagree. */
function resultOf(check: Check, { analyses: { checks: said }, screen }: Words): string {
  const { differencePer100: difference, differenceInterval: interval } = check;
  if (difference === null) return "";
  const words = interval && differenceWords(difference, interval, screen);
  const amount = words ? `${words.amount} (${words.range})` : signedDifference(difference, screen);
  const { oddsRatio, oddsRatioInterval } = check;
  const ratio = check.check === "model" && oddsRatio !== null;
  return ratio ? `${amount}; ${said.oddsRatio(ratioText(oddsRatio, oddsRatioInterval))}` : amount;
}
