/** Which trials and labels of a question ask for disease that is refractory to a drug. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import { askedRegions, type LabelRegion, refractoryToIn, regimenIn } from "./regimen-labels.ts";

export interface RefractoryAsked {
  /** Names of trials that took only such patients. */
  readonly trials: readonly string[];
  /** Products whose label asks for it, and where; after the lines of the question. */
  readonly labels: readonly {
    readonly product: string;
    readonly regions: readonly LabelRegion[];
  }[];
}

/** @param cohorts those of the question */
export function refractoryAskedIn(
  cohorts: readonly ComputeCohort[],
  drug: string,
  query: Pick<Query, "availability" | "lines">,
  dataset: Pick<Dataset, "products">,
): RefractoryAsked {
  const alone = new Map(
    cohorts
      .filter(({ regimenPartners }) => regimenPartners?.length === 0)
      .map((cohort) => [cohort.product, regimenIn(cohort)]),
  );
  return {
    trials: cohorts
      .filter(({ refractoryTo }) => refractoryTo.includes(drug))
      .map(({ label }) => label),
    labels: [...alone].flatMap(([product, regimen]) => {
      const regions = askedRegions(query).filter((region) =>
        refractoryToIn(regimen, region, query.lines, dataset).includes(drug),
      );
      return regions.length > 0 ? [{ product, regions }] : [];
    }),
  };
}
