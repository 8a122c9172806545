/** Everything that is known of one cohort: each figure with its source, locator and definition. */
import type { ComputeCohort } from "../../data/compute-set.ts";
import type { CohortProvenance } from "../../data/provenance.ts";
import { linkTo } from "./source-link.ts";

export function cohortRecord(cohort: ComputeCohort, known: CohortProvenance) {
  return {
    ...cohort,
    ...known,
    figures: cohort.figures.map((figure) => {
      const printed = known.figures.find(
        ({ outcome, cut }) => outcome === figure.outcome && cut === figure.cut,
      );
      // The build takes both from one list; a figure without its source would be a wrong one.
      if (!printed) throw new Error(`${cohort.id}: ${figure.outcome} has lost its source`);
      return { ...figure, ...printed };
    }),
    landmarks: known.landmarks,
    sources: known.sources.map((source) => ({ ...source, href: linkTo(source) })),
  };
}

export type CohortRecord = ReturnType<typeof cohortRecord>;
