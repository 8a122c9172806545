/** Why cohorts are left out, for many of them together. */
import type { Exclusion } from "#core/evidence/reasons.ts";
import { sayReason } from "./codes.ts";
import { exclusions, fieldNames } from "./exclusions.ts";
import { rangeText } from "./range-text.ts";

/** Without the values of single cohorts: "median age not ≥ 65". */
export function sharedReason(reason: Exclusion): string {
  return reason.code === "outside-range"
    ? `${fieldNames[reason.field]} not ${rangeText(reason.range)}`
    : sayReason(reason, exclusions);
}

/** Items grouped by their reason, the most frequent first. */
export function byReason<T>(
  items: readonly T[],
  reasonOf: (item: T) => string,
): readonly (readonly [reason: string, items: readonly T[]])[] {
  const reasons = [...new Set(items.map(reasonOf))];
  return reasons
    .map((reason) => [reason, items.filter((item) => reasonOf(item) === reason)] as const)
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}
