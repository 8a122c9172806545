/** The display names of the two classes, and the order in which they are always shown. */
import type { TherapyClass } from "#data/vocabulary.ts";

export const groups: readonly TherapyClass[] = ["car-t", "bsab"];

/** The class with which the other is compared. */
export const reference: TherapyClass = "bsab";

export const shortName: Readonly<Record<TherapyClass, string>> = { "car-t": "CAR-T", bsab: "BsAb" };

export const longName: Readonly<Record<TherapyClass, string>> = {
  "car-t": "CAR-T",
  bsab: "bispecific",
};
