/** Text that several sentences of a report share. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { IntervalKind, OfClass } from "../../told.ts";
import { counted } from "../counted.ts";
import { screen } from "../screen.ts";

/** Names of the classes within a sentence. */
export const className: OfClass = { "car-t": "CAR-T", bsab: "bispecific antibodies" };

/** `3 bispecific cohorts`. */
export function cohortsOf(count: number, group: TherapyClass): string {
  return counted(count, `${screen.classAdjective[group]} cohort`);
}

/** `12 CAR-T cohorts and 9 bispecific cohorts`. */
export function cohortsOfBoth(counts: Readonly<Record<TherapyClass, number>>): string {
  return joined([cohortsOf(counts["car-t"], "car-t"), cohortsOf(counts.bsab, "bsab")]);
}

export function interval(kind: IntervalKind | "approximate"): string {
  return `95 % ${kind} interval`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

export function months(value: number): string {
  return counted(value, "month");
}
