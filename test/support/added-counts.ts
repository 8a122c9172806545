/** Counts that a reader added: responses and severe CRS of one cohort. */
import { convertAddedToComputeCohorts, readAddedCohort } from "#core/added/cohort.ts";
import { published, replaceAddedCohorts } from "#core/dataset.ts";
import { makeAddedCohortLabel } from "#presentation/words/added.ts";

/** @param isCounted False where the numbers are those without what was added. */
export function addCounts(isCounted: boolean): void {
  const { cohort } = readAddedCohort(
    {
      ...{ name: "Our centre", product: "cilta-cel", evidence: "trial", patients: 41 },
      outcomes: [
        { outcome: "orr", events: 34 },
        { outcome: "crs-3", events: 3 },
      ],
    },
    published,
  );
  if (!cohort) throw new Error("not read");
  replaceAddedCohorts(convertAddedToComputeCohorts([cohort], makeAddedCohortLabel), isCounted);
}

export function removeCounts(): void {
  replaceAddedCohorts([], false);
}
