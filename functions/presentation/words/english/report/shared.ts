import type { TherapyClass } from "#data/vocabulary.ts";
import type { IntervalKind, OfClass } from "../../told.ts";
import { counted, joined } from "../counted.ts";
import { screen } from "../screen.ts";

export const className: OfClass = { "car-t": "CAR-T", bsab: "bispecific antibodies" };

/** `3 bispecific cohorts`. */
export function cohortsOf(count: number, group: TherapyClass): string {
  return counted(count, `${screen.classAdjective[group]} study`);
}

/** `12 CAR-T cohorts and 9 bispecific cohorts`. */
export function cohortsOfBoth(counts: Readonly<Record<TherapyClass, number>>): string {
  return joined([cohortsOf(counts["car-t"], "car-t"), cohortsOf(counts.bsab, "bsab")]);
}

export function interval(kind: IntervalKind | "approximate"): string {
  return `95 % ${kind} interval`;
}

export function months(value: number): string {
  return counted(value, "month");
}
