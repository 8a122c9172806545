import { countClassComparisonsByDesign } from "../between-classes.ts";
import {
  type ComputeSet,
  type ComputeSetOfCohorts,
  comparedOfApproval,
  comparedOfProduct,
  type Overlap,
} from "../compute-set.ts";
import type { Evidence } from "../evidence.ts";
import { pick } from "../lists-and-objects.ts";
import { makeReview } from "../review-content.ts";
import { isApprovalDecisionOverdue, isApprovalInForce } from "../rules/approvals.ts";
import type { Cohort, Product, PublishedFile } from "../schema.ts";
import { makeComputeCohort } from "./compute-cohort.ts";

/** @param rules The words and code of each rule, by name. */
export function makeDataForAnswers(
  evidence: Evidence,
  rules: ReadonlyMap<string, string> = new Map(),
): ComputeSet {
  const { cohorts, products, outcomes, presets, published, review, comparisons } = evidence;
  return {
    sets: published.flatMap(listCohortSetsOfPublication),
    cohorts: cohorts.map((cohort) =>
      makeComputeCohort(
        cohort,
        [...cohort.overlaps, ...listResearchNetworkOverlaps(cohort, cohorts, products)],
        cohorts,
      ),
    ),
    products: products.map((product) => ({
      ...pick(product, comparedOfProduct),
      approvals: product.approvals.map((approval) => ({
        ...pick(approval, comparedOfApproval),
        inForce: isApprovalInForce(approval, review.dataDate),
        isOverdue: isApprovalDecisionOverdue(approval, review.dataDate),
      })),
    })),
    outcomes: outcomes.filter(({ recordOnly }) => !recordOnly),
    presets,
    review: makeReview(evidence, rules),
    compared: countClassComparisonsByDesign(comparisons),
  };
}

function listCohortSetsOfPublication({ id, set }: PublishedFile): ComputeSetOfCohorts[] {
  if (set === null) return [];
  const { name, pins, rows, cuts } = set;
  const cohorts = rows?.flatMap(({ cohort }) => cohort ?? []) ?? null;
  return [{ id, name, pins, cohorts, cohortsPooled: rows?.length ?? null, ...(cuts && { cuts }) }];
}

// Derives overlaps with research networks. A network without bounds may contain any patient of a real-world
// series of the same product, so the two must never be in one pool. These overlaps are computed, because
// manual entries would be forgotten when a cohort is added.

type Series = Pick<Cohort, "id" | "product" | "evidence" | "region" | "network" | "overlaps">;
type Products = readonly Pick<Product, "slug" | "contains">[];

/** Returns the overlaps of a cohort with networks, in addition to those in its file. */
export function listResearchNetworkOverlaps(
  cohort: Series,
  cohorts: readonly Series[],
  products: Products,
): Overlap[] {
  return cohorts.flatMap((series): Overlap[] => {
    const network = cohort.network ?? series.network;
    return network === null || !canSharePatients(cohort, series, products)
      ? []
      : [
          {
            with: series.id,
            kind: "possible",
            reason: `${network} may hold patients of any such series`,
          },
        ];
  });
}

/** Returns whether two series may share patients: not if they are known to come from different places. */
function canSharePatients(a: Series, b: Series, products: Products): boolean {
  const places = [a.region, b.region];
  return (
    a.id !== b.id &&
    // Networks are real-world series.
    a.evidence === b.evidence &&
    (a.region === b.region || places.includes(null) || places.includes("multinational")) &&
    listSeriesProducts(a, products).some((product) =>
      listSeriesProducts(b, products).includes(product),
    ) &&
    !a.overlaps.some((edge) => edge.with === b.id)
  );
}

/** Returns the products of a series; a mixed series counts for each of them. */
function listSeriesProducts({ product }: Series, products: Products): readonly string[] {
  const contains = products.find(({ slug }) => slug === product)?.contains ?? [];
  return [product, ...contains];
}
