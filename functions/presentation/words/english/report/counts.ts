import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { StudyWord } from "../../arguments.ts";
import { counted, joined } from "../counts.ts";
import { screen } from "../screen.ts";

/** `3 bispecific trials`, `3 bispecific studies`. */
export function cohortsOf(count: number, group: TherapyClass, noun: StudyWord): string {
  return counted(count, `${screen.classAdjective[group]} ${noun}`);
}

/** `12 CAR-T trials and 9 bispecific trials`. */
export function cohortsOfBoth(
  counts: Readonly<Record<TherapyClass, number>>,
  noun: StudyWord,
): string {
  return joined(therapyClasses.map((group) => cohortsOf(counts[group], group, noun)));
}

export function months(value: number): string {
  return counted(value, "month");
}
