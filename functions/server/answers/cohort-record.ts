/** Everything known about one cohort: each figure with its source, locator and definition. */

import { figureKey } from "#core/evidence/figure-key.ts";
import { type Answering, minorsOf } from "#core/evidence/minors.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { reviews } from "#data/generated/reviews.ts";
import type { CohortDetails } from "#data/provenance.ts";
import { linkTo } from "#data/source-link.ts";

export function cohortRecord(cohort: ComputeCohort, known: CohortDetails) {
  const { id } = cohort;
  const printed = new Map(known.figures.map((one) => [figureKey({ cohort: id, ...one }), one]));
  const record = {
    ...cohort,
    ...known,
    review: reviews.cohorts[id] ?? null,
    // The definition, which is here, says of itself what it doubts.
    figures: cohort.figures.map(({ collection, ...figure }) => {
      const source = printed.get(figureKey({ cohort: id, ...figure }));
      // The build creates both from the same list. A figure without its source would be an error.
      if (!source) throw new Error(`${id}: ${figure.outcome} has lost its source`);
      return { ...figure, ...source };
    }),
    landmarks: known.landmarks,
    sources: known.sources.map((source) => ({ ...source, href: linkTo(source) })),
  };
  return { ...record, riskOfBias: { ...known.riskOfBias, minors: ownAnswers(record) } };
}

/** What we read out of the record ourselves, marked as such. */
function ownAnswers(record: Answering) {
  return { by: "us", status: "not-reviewed", items: minorsOf(record) } as const;
}

export type CohortRecord = ReturnType<typeof cohortRecord>;
