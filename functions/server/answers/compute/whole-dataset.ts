/** Returns the whole evidence as one document: the data behind every answer, with all sources. */
import * as v from "valibot";
import { roundToAnswerPrecision } from "#core/answer/round.ts";
import { makeFigureKey } from "#core/answer/sources.ts";
import { dataset } from "#core/dataset.ts";
import { listOnsetRanges, selectTimingLines } from "#core/evidence/timing-lines.ts";
import {
  type ComparisonKind,
  comparisonKinds,
  designOf,
  otherOutcomes,
  subgroupVariables,
} from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { collections } from "#data/generated/collections.ts";
import { details } from "#data/generated/details.ts";
import { products } from "#data/generated/products.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { timings } from "#data/generated/timing.ts";
import type { CohortDetails } from "#data/provenance.ts";
import references from "#data/references.json" with { type: "json" };
import { referenceSchema } from "#data/schema/reference.ts";
import { linkToRecordElsePage } from "#data/source-address.ts";

function makeCohortRecord(cohort: ComputeCohort, cohortDetails: CohortDetails) {
  const { id } = cohort;
  const printed = new Map(
    cohortDetails.figures.map((entry) => [makeFigureKey({ cohort: id, ...entry }), entry]),
  );
  return {
    ...cohort,
    ...cohortDetails,
    review: dataset.review.signed[id] ?? null,
    figures: cohort.figures.map((figure) => {
      const source = printed.get(makeFigureKey({ cohort: id, ...figure }));
      // The build creates both from the same list, so a figure without its source would be an error.
      if (!source) throw new Error(`${id}: ${figure.outcome} has lost its source`);
      return { ...figure, ...source };
    }),
    landmarks: cohortDetails.landmarks,
    sources: cohortDetails.sources.map((source) => {
      const { page: _, ...fields } = source;
      return { ...fields, href: linkToRecordElsePage(source) };
    }),
  };
}

export type CohortRecord = ReturnType<typeof makeCohortRecord>;

export function listCohortRecords(): CohortRecord[] {
  return dataset.cohorts.map((cohort) => {
    const cohortDetails = details[cohort.id];
    if (!cohortDetails) throw new Error(`${cohort.id} has lost its sources`);
    return makeCohortRecord(cohort, cohortDetails);
  });
}

function gatherHarmOnsets() {
  const lines = selectTimingLines(dataset, timings, {});
  return listOnsetRanges(lines).map(({ times, medianDays: [lowest, highest], ...range }) => ({
    ...range,
    medianDays: [roundToAnswerPrecision(lowest), roundToAnswerPrecision(highest)] as [
      number,
      number,
    ],
    cohorts: times.map(({ line }) => line.cohort),
  }));
}

/** Names an outcome of studies, with the rows beside which it is shown. */
interface Shown {
  readonly label: string;
  readonly rows: readonly string[];
}

export function gatherWholeDataset() {
  const { dataVersion, review } = dataset;
  return {
    dataVersion,
    dataDate: review.dataDate,
    review,
    outcomes: [...dataset.outcomes, ...recordOutcomes],
    otherOutcomes: Object.entries<Shown>(otherOutcomes).map(([id, { label, rows }]) => ({
      id,
      label,
      rows,
    })),
    cohorts: listCohortRecords(),
    onset: gatherHarmOnsets(),
    products: Object.values(products),
    subgroups: collections.subgroups,
    variables: Object.entries<string>(subgroupVariables).map(([variable, label]) => ({
      variable,
      label,
    })),
    comparisons: collections.comparisons,
    kinds: Object.entries<string>(comparisonKinds).map(([kind, label]) => ({
      kind,
      label,
      design: designOf[kind as ComparisonKind],
    })),
    published: collections.published,
    references: v.parse(v.array(referenceSchema), references),
  };
}
