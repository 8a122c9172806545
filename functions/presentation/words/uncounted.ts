/** Words of counts that enter no number. */
import type { Population } from "#data/vocabulary.ts";
import { rateOf100 } from "./rates.ts";
import { uncapitalised } from "./sentences.ts";

/** Of whom a count is that leaves out others. */
const ofPart: Readonly<Record<Exclude<Population, "treated" | "safety" | "randomised">, string>> = {
  leukapheresed: " with cells collected",
  "efficacy-evaluable": " evaluable for efficacy",
  responders: " responders",
  "mrd-evaluable": " evaluable for MRD",
  subset: " in a subset",
};

export const uncounted = {
  ofPart,
  otherDefinition: " by another definition",
  /** On the axis, under the counts. */
  notCounted: "not counted",
  noCount: "percent only",
  /** "talquetamab 5 of 339 in MonumenTAL-1, US label pool"; @param part Of the outcome that its row counts. */
  inLabelPool: (drug: string, part: string | null, amount: string, pool: string) =>
    `${drug}${part === null ? "" : `, ${uncapitalised(part)}:`} ${amount} in ${pool}`,
  /** "MonumenTAL-1, US label pool of 339" */
  ofLabelPool: (pool: string, n: number | null) => (n === null ? pool : `${pool} of ${n}`),
  ofGrade3: (percent: number) => `grade \u2265 3: ${rateOf100(percent / 100)}`,
  /** "not counted: cilta-cel 56 of 61 evaluable for MRD" */
  list: (counts: readonly string[]) => `not counted: ${counts.join("; ")}`,
};
