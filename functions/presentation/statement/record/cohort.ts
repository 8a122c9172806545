/** All that is known of a cohort, as statements of its record read it. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { CohortDetails } from "#data/provenance.ts";

export type RecordedCohort = Omit<ComputeCohort, keyof CohortDetails> &
  Omit<CohortDetails, "figures"> & {
    readonly figures: readonly (ComputeCohort["figures"][number] &
      CohortDetails["figures"][number])[];
  };
