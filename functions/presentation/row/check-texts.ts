/** The checks of a difference, each with its result; the range with any one trial left out. */

import type { Check, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import { analyses } from "../words/analyses.ts";
import { differenceRange, signedDifference } from "../words/rates.ts";
import { ratioText } from "../words/ratios.ts";
import { differenceOf } from "./difference.ts";

export interface ChecksStatement {
  /** The range with any one trial left out, and where its interval then reaches 0. */
  readonly beneath: string;
  /** How far the difference is from none: for the report. */
  readonly tippingPoint: string;
  /** What no forest of the checks shows, for the report: the odds ratio of another model, checks without a number. */
  readonly remarks: readonly string[];
}

/** `null` without a difference. */
export function checksOf(row: Row, without: LeaveOneOut | null): ChecksStatement | null {
  const numbers = differenceOf(row);
  if (!numbers) return null;

  const { checks: said } = analyses;
  const range =
    without && differenceRange([without.lowest.differencePer100, without.highest.differencePer100]);
  const [lower, upper] = numbers.interval;
  const nearest = lower > 0 ? lower : upper;
  const tipping =
    !numbers.includesZero &&
    said.tippingPoint(signedDifference(nearest), signedDifference(numbers.difference), row.phrase);
  const checks = numbers.contrast.checks ?? [];
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
    beneath: leftOut || "",
    tippingPoint: tipping || "",
    remarks: numbers.includesZero ? [] : checks.flatMap((check) => remarkOf(check)),
  };
}

/** The interval of an odds ratio decides what another model found; what could be asked only in part stands by itself. */
function remarkOf(check: Check): string[] {
  const { status, oddsRatio, oddsRatioInterval } = check;
  const name = analyses.checks.name(check);
  if (check.check === "model" && oddsRatio !== null) {
    return [`${name}: ${analyses.checks.oddsRatio(ratioText(oddsRatio, oddsRatioInterval))}.`];
  }
  const isWithoutNumber = status === "same" || status === "cannot-be-asked";
  return isWithoutNumber && analyses.checks.extent(check) === ""
    ? [`${name}: ${analyses.checks.status(check)}.`]
    : [];
}
