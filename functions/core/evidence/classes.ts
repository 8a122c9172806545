import type { TherapyClass } from "#data/vocabulary.ts";

/** The two classes in the order in which they are always shown. */
export { therapyClasses as groups } from "#data/vocabulary.ts";

/** The class with which the other is compared. */
export const reference: TherapyClass = "bsab";
