/** Reads the labels of regions for the regimens of cohorts: a product with what it is given with. */
import type { ComputeCohort, ComputeProduct } from "#data/compute-set.ts";
import { areSameDrugs, groupBy } from "#data/lists-and-objects.ts";
import { labelRegions, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import {
  findWeakestLabel,
  type Label,
  type LabelQuestion,
  type LabelRequirements,
  makeSharedLabelRequirements,
  readLabelFromApprovals,
  readLabelRequirements,
} from "./labels.ts";

export type LabelRegion = (typeof labelRegions)[number];

export interface Regimen {
  /** `product` is a slug. */
  readonly product: string;
  /**
   * `partners` are the drugs given with the product: empty for the product alone, `null` for a combination that is
   * not named.
   */
  readonly partners: readonly string[] | null;
}

export function makeRegimen({ product, regimenPartners }: ComputeCohort): Regimen {
  return { product, partners: regimenPartners };
}

/** Returns each regimen of the cohorts once, in the order of the data. */
export function listRegimens(cohorts: readonly ComputeCohort[]): Regimen[] {
  return cohorts
    .map(makeRegimen)
    .filter(
      (regimen, at, all) => all.findIndex((earlier) => isSameRegimen(regimen, earlier)) === at,
    );
}

export function isSameRegimen(a: Regimen, b: Regimen): boolean {
  if (a.product !== b.product) return false;
  if (a.partners === null || b.partners === null) return a.partners === b.partners;
  return areSameDrugs(a.partners, b.partners);
}

/** Maps the lines of a question to those for which labels are read. */
const labelLineNumbers = { "1": 1, "2": 2, "3+": 3, any: null } as const satisfies Readonly<
  Record<Query["lines"], LabelQuestion["lines"]>
>;

/** Returns the regions that a question asks for; empty for `any`. */
export function listChosenRegions({ availability }: Pick<Query, "availability">): LabelRegion[] {
  return availability.filter((region): region is LabelRegion => region !== "any");
}

/** Returns the regions of an answer: those of the question, or without any, all whose labels were collected. */
export function listChosenElseAllRegions(
  query: Pick<Query, "availability">,
): readonly LabelRegion[] {
  const regions = listChosenRegions(query);
  return regions.length > 0 ? regions : labelRegions;
}

/**
 * Returns the label of a regimen in a region; for a series that reports several products as one, the weakest
 * label.
 */
export function readRegimenLabel(
  { product, partners }: Regimen,
  region: LabelRegion,
  lines: Query["lines"],
  dataset: Pick<Dataset, "products">,
): Label {
  const labelQuestion = { partners, region, lines: labelLineNumbers[lines] };
  const labels = listProductsInSeries(product, dataset).map(({ approvals }) =>
    readLabelFromApprovals(approvals, labelQuestion),
  );
  return findWeakestLabel(labels) ?? readLabelFromApprovals([], labelQuestion);
}

export interface RegionLabel extends Label {
  readonly region: LabelRegion;
}

export function readRegionLabels(
  regimen: Regimen,
  regions: readonly LabelRegion[],
  { lines }: Pick<Query, "lines">,
  dataset: Pick<Dataset, "products">,
): RegionLabel[] {
  return regions.map((region) => ({
    region,
    ...readRegimenLabel(regimen, region, lines, dataset),
  }));
}

export interface RegimenLabels extends Regimen {
  readonly labels: readonly RegionLabel[];
}

export interface SideLabels {
  readonly therapyClass: TherapyClass;
  readonly regimens: readonly RegimenLabels[];
  /** `labelledIn` lists the regions of the question in which at least one of the regimens is labelled. */
  readonly labelledIn: readonly LabelRegion[];
  /** `pending` has a label for each of the other regions in which at least one decision is pending. */
  readonly pending: readonly RegionLabel[];
}

export function listLabelsOfClasses(
  query: Query,
  cohorts: readonly ComputeCohort[],
  dataset: Pick<Dataset, "products">,
): SideLabels[] {
  const regions = listChosenElseAllRegions(query);
  return therapyClasses.flatMap((therapyClass) => {
    const ofClass = cohorts.filter((cohort) => cohort.therapyClass === therapyClass);
    if (ofClass.length === 0) return [];
    const regimens = listRegimens(ofClass).map((regimen) => ({
      ...regimen,
      labels: readRegionLabels(regimen, regions, query, dataset),
    }));
    const all = regimens.flatMap(({ labels }) => labels);
    const findIn = (region: LabelRegion, status: Label["status"]) =>
      all.find((label) => label.region === region && label.status === status);
    const labelledIn = regions.filter((region) => findIn(region, "labelled"));
    const pending = regions
      .filter((region) => !labelledIn.includes(region))
      .flatMap((region) => findIn(region, "pending") ?? []);
    return [{ therapyClass, regimens, labelledIn, pending }];
  });
}

/** Describes the conditions beyond lines that the labels of some regions share. */
export interface LabelCondition extends Regimen, Omit<LabelRequirements, "progressionOnLast"> {
  readonly regions: readonly LabelRegion[];
  /** `progressionOnLast` lists the regions whose label also requires progression on the last therapy. */
  readonly progressionOnLast: readonly LabelRegion[];
}

/**
 * Returns the conditions beyond lines of each regimen after a number of lines: each condition with all regions
 * that have it.
 */
export function listLabelConditions(
  regimens: readonly Regimen[],
  regions: readonly LabelRegion[],
  lines: Query["lines"],
  dataset: Pick<Dataset, "products">,
): LabelCondition[] {
  return regimens.flatMap(({ product, partners }) => {
    const requirements = regions.flatMap((region) => {
      // A series of several products has only the conditions that all of them share.
      const { progressionOnLast, ...condition } = makeSharedLabelRequirements(
        listProductsInSeries(product, dataset).map(({ approvals }) =>
          readLabelRequirements(approvals, { partners, region, lines: labelLineNumbers[lines] }),
        ),
      );
      const hasNoCondition =
        condition.exposedTo.length + condition.refractoryTo.length === 0 && !progressionOnLast;
      return hasNoCondition ? [] : [{ region, condition, progressionOnLast }];
    });
    return groupBy(requirements, ({ condition }) => JSON.stringify(condition)).map(
      (conditions) => ({
        product,
        partners,
        ...conditions[0].condition,
        regions: conditions.map(({ region }) => region),
        progressionOnLast: conditions.flatMap(({ progressionOnLast, region }) =>
          progressionOnLast ? region : [],
        ),
      }),
    );
  });
}

/**
 * Returns whether some use of the product is approved in the region; for a series of several products, of each
 * of them.
 */
export function isProductApprovedInRegion(
  product: string,
  region: LabelRegion,
  dataset: Pick<Dataset, "products">,
): boolean {
  const products = listProductsInSeries(product, dataset);
  return (
    products.length > 0 &&
    products.every(({ approvals }) =>
      approvals.some((approval) => approval.region === region && approval.inForce),
    )
  );
}

/** Returns the products of a series that did not tell them apart, else the product itself. */
function listProductsInSeries(
  slug: string,
  { products }: Pick<Dataset, "products">,
): ComputeProduct[] {
  const product = products.find((candidate) => candidate.slug === slug);
  if (!product) return [];
  if (product.contains.length === 0) return [product];
  return products.filter((candidate) => product.contains.includes(candidate.slug));
}
