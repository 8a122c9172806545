/** What the labels of a region say of the regimens of cohorts: a product with what it is given with. */
import type { ComputeCohort, ComputeProduct } from "#data/compute-set.ts";
import { sameDrugs } from "#data/same-drugs.ts";
import type { labelRegions } from "#data/vocabulary.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import { type Label, type LabelQuestion, labelOf, refractoryToOf, weakestOf } from "./labels.ts";

export type LabelRegion = (typeof labelRegions)[number];

export interface Regimen {
  /** Slug. */
  readonly product: string;
  /** Given with it; empty for the product alone, `null` for a combination that is not named. */
  readonly partners: readonly string[] | null;
}

export function regimenIn({ product, regimenPartners }: ComputeCohort): Regimen {
  return { product, partners: regimenPartners };
}

export function isSameRegimen(one: Regimen, other: Regimen): boolean {
  if (one.product !== other.product) return false;
  if (one.partners === null || other.partners === null) return one.partners === other.partners;
  return sameDrugs(one.partners, other.partners);
}

/** The number of lines that a question asks labels about. */
const ofLabel = { "1": 1, "2": 2, "3+": 3, any: null } as const satisfies Readonly<
  Record<Query["lines"], LabelQuestion["lines"]>
>;

/** The regions that a question asks for; empty for `any`. */
export function askedRegions({ availability }: Pick<Query, "availability">): LabelRegion[] {
  return availability.filter((region): region is LabelRegion => region !== "any");
}

/** Of a series that reports several products as one: what is said of the one that is least labelled. */
export function labelIn(
  { product, partners }: Regimen,
  region: LabelRegion,
  lines: Query["lines"],
  { products }: Pick<Dataset, "products">,
): Label {
  const labels = productsOf(product, products).map(({ approvals }) =>
    labelOf(approvals, { partners, region, lines: ofLabel[lines] }),
  );
  return weakestOf(labels) ?? labelOf([], { partners, region, lines: ofLabel[lines] });
}

/** Drugs to which the label of a region asks the disease to be refractory after so many lines. */
export function refractoryToIn(
  { product, partners }: Regimen,
  region: LabelRegion,
  lines: Query["lines"],
  { products }: Pick<Dataset, "products">,
): readonly string[] {
  const [first, ...others] = productsOf(product, products).map(({ approvals }) =>
    refractoryToOf(approvals, { partners, region, lines: ofLabel[lines] }),
  );
  return (first ?? []).filter((drug) => others.every((drugs) => drugs.includes(drug)));
}

/** Whether some use of the product is approved there: of a series of several products, of each. */
export function isSoldIn(
  product: string,
  region: LabelRegion,
  { products }: Pick<Dataset, "products">,
): boolean {
  const own = productsOf(product, products);
  return (
    own.length > 0 &&
    own.every(({ approvals }) => approvals.some((one) => one.region === region && one.inForce))
  );
}

/** The products of a series that did not tell them apart; else the product itself. */
function productsOf(slug: string, products: readonly ComputeProduct[]): readonly ComputeProduct[] {
  const found = products.find((one) => one.slug === slug);
  if (!found) return [];
  if (found.contains.length === 0) return [found];
  return products.filter((one) => found.contains.includes(one.slug));
}
