/** Of how many cohorts the sources say which patients were enrolled. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { PatientParameter } from "../question/patient.ts";

/** How many cohorts there are, and of how many the range of each value is known. */
export type RangesKnown = Readonly<Record<"cohorts" | PatientParameter, number>>;

export function rangesKnown(cohorts: readonly ComputeCohort[]): RangesKnown {
  return {
    cohorts: cohorts.length,
    "patient-age": cohorts.filter(({ ageRange }) => ageRange !== null).length,
    "patient-prior-lines": cohorts.filter(({ priorLinesRange }) => priorLinesRange !== null).length,
  };
}
