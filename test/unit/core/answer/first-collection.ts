/**
 * The evidence with the cohorts that were there when numbers were typed into tests. A cohort that is
 * added later changes answers, but not these.
 */
import { dataset } from "#core/dataset.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import ids from "./first-collection.json" with { type: "json" };

const known = new Set(ids);

export const firstCollection: Dataset = {
  ...dataset,
  cohorts: dataset.cohorts.filter(({ id }) => known.has(id)),
};
