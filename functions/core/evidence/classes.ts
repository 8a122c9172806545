/** The two classes in the order in which they are always shown. */
import type { TherapyClass } from "#data/vocabulary.ts";

export const groups: readonly TherapyClass[] = ["car-t", "bsab"];

/** The class with which the other is compared. */
export const reference: TherapyClass = "bsab";
