/** Words of counts that enter no number. */
import type { Population } from "#data/vocabulary.ts";

/** Of whom a count is that leaves out others. */
const ofPart: Readonly<Record<Exclude<Population, "treated" | "safety" | "randomised">, string>> = {
  leukapheresed: " with cells collected",
  "efficacy-evaluable": " evaluable for efficacy",
  responders: " responders",
  "mrd-evaluable": " evaluable for MRD",
  subset: " in a part of the patients",
};

export const uncounted = {
  ofPart,
  otherDefinition: " by another definition",
  /** "not counted: cilta-cel 56 of 61 evaluable for MRD" */
  list: (counts: readonly string[]) => `not counted: ${counts.join("; ")}`,
};
