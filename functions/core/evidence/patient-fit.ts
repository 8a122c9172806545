/**
 * Which cohorts enrolled patients like a given one: compares age and number of prior lines with the
 * ranges that the cohort reports. Enrolled is not the same as eligible, and the result does not
 * predict how the patient will do.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Patient, PatientParameter } from "../question/patient.ts";
import type { PatientReason } from "./reasons.ts";

export type Fit = "fits" | "outside" | "not-reported";

export interface Judged {
  fit: Fit;
  /** `null` if the cohort fits. */
  reason: PatientReason | null;
}

type Compared = readonly [
  parameter: PatientParameter,
  value: number | null,
  range: readonly [number, number] | null,
];

/** A value outside its range decides first, then a range that is not reported. */
export function judge(cohort: ComputeCohort, { age, priorLines }: Patient): Judged {
  const all: Compared[] = [
    ["patient-age", age, cohort.ageRange],
    ["patient-prior-lines", priorLines, cohort.priorLinesRange],
  ];
  const compared = all.filter(([, value]) => value !== null);
  for (const [parameter, value, range] of compared) {
    if (value === null || range === null || (range[0] <= value && value <= range[1])) continue;
    return { fit: "outside", reason: { code: "patient-outside", parameter, range } };
  }
  for (const [parameter, , range] of compared) {
    if (range !== null) continue;
    return { fit: "not-reported", reason: { code: "patient-range-not-reported", parameter } };
  }
  return { fit: "fits", reason: null };
}
