/** Finds the regimens that are labelled in the regions of a question, whether or not a trial of them counts. */

import { areSameDrugs } from "#data/lists-and-objects.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import {
  type LabelCondition,
  type LabelRegion,
  listChosenElseAllRegions,
  listLabelConditions,
  type RegimenLabels,
  readRegionLabels,
} from "./regimen-labels.ts";

export interface LabelledRegimen extends RegimenLabels {
  readonly therapyClass: TherapyClass;
  readonly targets: readonly string[];
  /** `conditions` lists what the labels ask for beyond lines. */
  readonly conditions: readonly LabelCondition[];
}

type Question = Pick<Query, "availability" | "lines" | "product" | "therapyClass">;

/**
 * Lists the regimens with a label in force in a region of the question, after any number of lines, CAR-T first. A
 * question that names drugs has only theirs; the targets of the question leave none out.
 */
export function gatherLabelledRegimens(
  query: Question,
  dataset: Pick<Dataset, "products">,
): LabelledRegimen[] {
  const regions = listChosenElseAllRegions(query);
  const regimens = dataset.products.filter(
    ({ slug, therapyClass, contains }) =>
      contains.length === 0 &&
      (query.therapyClass === "both" || query.therapyClass === therapyClass) &&
      (query.product.length === 0 || query.product.includes(slug)),
  );
  return regimens
    .flatMap(({ slug: product, therapyClass, targets, approvals }) =>
      listLabelledPartners(approvals, regions).map((partners) => ({
        product,
        partners,
        therapyClass,
        targets,
        labels: readRegionLabels({ product, partners }, regions, query, dataset),
        conditions: listLabelConditions([{ product, partners }], regions, query.lines, dataset),
      })),
    )
    .sort((a, b) => Number(a.therapyClass === "bsab") - Number(b.therapyClass === "bsab"));
}

type Approvals = Dataset["products"][number]["approvals"];

/** Returns each set of drugs with which the product is labelled in one of the regions; the product alone has none. */
function listLabelledPartners(
  approvals: Approvals,
  regions: readonly LabelRegion[],
): Approvals[number]["partners"][] {
  return approvals
    .filter(({ region, inForce }) => inForce && regions.some((asked) => asked === region))
    .map(({ partners }) => partners)
    .filter((partners, at, all) => all.findIndex((other) => areSameDrugs(other, partners)) === at);
}
