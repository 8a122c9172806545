/** Finds the trials and labels of a question that require disease that is refractory to a drug. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import {
  chosenRegions,
  type LabelRegion,
  labelConditions,
  type Regimen,
  regimensOf,
} from "./regimen-labels.ts";

export interface RefractoryRequired {
  /** `trials` names the trials that enrolled only patients with refractory disease. */
  readonly trials: readonly string[];
  /**
   * `labels` lists the regimens whose label requires refractory disease, with the regions, after the lines of the
   * question.
   */
  readonly labels: readonly (Regimen & { readonly regions: readonly LabelRegion[] })[];
}

/** @param cohorts those of the question */
export function refractoryRequiredIn(
  cohorts: readonly ComputeCohort[],
  drug: string,
  query: Pick<Query, "availability" | "lines">,
  dataset: Pick<Dataset, "products">,
): RefractoryRequired {
  return {
    trials: cohorts
      .filter(({ refractoryTo }) => refractoryTo.includes(drug))
      .map(({ label }) => label),
    labels: regimensOf(cohorts).flatMap(({ product, partners }) => {
      const regions = labelConditions(
        [{ product, partners }],
        chosenRegions(query),
        query.lines,
        dataset,
      )
        .filter(({ refractoryTo }) => refractoryTo.includes(drug))
        .flatMap((condition) => condition.regions);
      return regions.length > 0 ? [{ product, partners, regions }] : [];
    }),
  };
}
