/**
 * Which cohorts enrolled patients like one: by age and number of prior lines, against the range the
 * cohort reports of its patients. Who was enrolled is not who was eligible, and says nothing of how
 * one patient will fare.
 */
import type { ComputeCohort } from "../../data/compute-set.ts";

/** Values of one patient. They are never part of a question's text, of a link, a key or a log. */
export interface Patient {
  /** Years. */
  age: number | null;
  priorLines: number | null;
  /** `confirmed` leaves out cohorts that do not report the range, too. */
  fit: "any" | "confirmed";
}

export type Fit = "fits" | "outside" | "not-reported";

export interface Judged {
  fit: Fit;
  /** Why it does not fit, or what is not reported; `null` when it fits. */
  parameter: PatientParameter | null;
  reason: string | null;
}

export type PatientParameter = "patient-age" | "patient-prior-lines";

type Compared = readonly [
  parameter: PatientParameter,
  field: string,
  value: number | null,
  range: readonly [number, number] | null,
];

/** One value outside its range decides; then one whose range is not reported. */
export function judge(cohort: ComputeCohort, { age, priorLines }: Patient): Judged {
  const all: Compared[] = [
    ["patient-age", "age", age, cohort.ageRange],
    ["patient-prior-lines", "prior lines", priorLines, cohort.priorLinesRange],
  ];
  const compared = all.filter(([, , value]) => value !== null);
  for (const [parameter, field, value, range] of compared) {
    if (value === null || range === null || (range[0] <= value && value <= range[1])) continue;
    const reason = `enrolled patients of ${field} ${range[0]} to ${range[1]}`;
    return { fit: "outside", parameter, reason };
  }
  for (const [parameter, field, , range] of compared) {
    if (range !== null) continue;
    return { fit: "not-reported", parameter, reason: `range of ${field} not reported` };
  }
  return { fit: "fits", parameter: null, reason: null };
}
