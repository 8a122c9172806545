/** The two classes as the reader knows them, and the order they are always shown in. */
import type { TherapyClass } from "#data/vocabulary.ts";

export const groups: readonly TherapyClass[] = ["car-t", "bsab"];

/** The group every contrast is read against. */
export const reference: TherapyClass = "bsab";

export const shortName: Readonly<Record<TherapyClass, string>> = { "car-t": "CAR-T", bsab: "BsAb" };

export const longName: Readonly<Record<TherapyClass, string>> = {
  "car-t": "CAR-T",
  bsab: "bispecific",
};
