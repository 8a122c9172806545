/** States how certain the difference of a row is, in the same words on all surfaces. */

import type { Check, RowStatus } from "#core/answer/answer.ts";
import { withNoun } from "./counts.ts";
import { joinedClauses } from "./sentences.ts";

const texts: Readonly<Record<RowStatus["code"], (holds: number, checks: number) => string>> = {
  holds: (_, checks) => `holds in all ${withNoun(checks, "check")}`,
  mostly: (holds, checks) => `holds in ${holds} of ${withNoun(checks, "check")}`,
  "unclear-in": (holds, checks) => `unclear in ${checks - holds} of ${withNoun(checks, "check")}`,
  few: (_, checks) =>
    checks === 0 ? "no check possible" : `only ${withNoun(checks, "check")} possible`,
  unclear: () => "difference unclear",
  "not-compared": () => "not compared",
  "by-drug": () => "by drug",
  "not-reported": () => "not reported",
  // The row shows the patients of the only class instead, or states whom it is not for.
  "not-for": () => "",
  "one-class": () => "",
};

/** Returns text such as "unclear in 4 of 5 checks", "difference unclear"; empty if a row needs no status text. */
export function statusText({ code, checksHold, checksComputed }: RowStatus): string {
  return texts[code](checksHold ?? 0, checksComputed ?? 0);
}

const losses: Readonly<Record<NonNullable<Check["lossReason"]>, string>> = {
  smaller: "smaller",
  "fewer-trials": "same size with fewer trials",
  wider: "same size, less certain",
  "another-model": "with another model",
  reversed: "reversed",
};

const reasons = Object.keys(losses) as (keyof typeof losses)[];

/**
 * Summarises the checks by reason: "smaller in 2, same size with fewer trials in 1, reversed in none; 1 check left the
 * same trials, 1 had too few trials". It is empty if no check is lost.
 */
export function lossesText(checks: readonly Pick<Check, "status" | "lossReason">[]): string {
  const lost = (reason: keyof typeof losses) =>
    checks.filter(({ lossReason }) => lossReason === reason).length;
  const lossReasons = reasons.filter((reason) => reason !== "reversed" && lost(reason) > 0);
  if (lossReasons.length === 0 && lost("reversed") === 0) return "";
  const tally = [
    ...lossReasons.map((reason) => `${losses[reason]} in ${lost(reason)}`),
    `${losses.reversed} in ${lost("reversed") || "none"}`,
  ].join(", ");
  const of = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
  const further = [
    of("same") > 0 ? `${withNoun(of("same"), "check")} left the same trials` : "",
    of("cannot-be-asked") > 0 ? `${of("cannot-be-asked")} had too few trials` : "",
  ].filter(Boolean);
  return joinedClauses([tally, further.join(", ")]);
}
