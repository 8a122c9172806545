import { countClassComparisonsByDesign } from "../between-classes.ts";
import { makeComputeCohort } from "../compute-cohort.ts";
import {
  type ComputeSet,
  type ComputeSetOfCohorts,
  comparedOfApproval,
  comparedOfProduct,
} from "../compute-set.ts";
import type { Evidence } from "../evidence.ts";
import { listNetworkOverlaps } from "../network-overlaps.ts";
import { pick } from "../pick.ts";
import { isApprovalDecisionOverdue, isApprovalInForce } from "../rules/approvals.ts";
import type { PublishedFile } from "../schema.ts";

export function makeComputeSet({
  cohorts,
  products,
  outcomes,
  presets,
  published,
  review,
  comparisons,
}: Evidence): ComputeSet {
  return {
    sets: published.flatMap(makePublishedCohortSets),
    cohorts: cohorts.map((cohort) =>
      makeComputeCohort(
        cohort,
        [...cohort.overlaps, ...listNetworkOverlaps(cohort, cohorts, products)],
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
    review,
    compared: countClassComparisonsByDesign(comparisons),
  };
}

function makePublishedCohortSets({ id, set }: PublishedFile): ComputeSetOfCohorts[] {
  if (set === null) return [];
  const { name, pins, rows, cuts } = set;
  const cohorts = rows?.flatMap(({ cohort }) => cohort ?? []) ?? null;
  return [{ id, name, pins, cohorts, cohortsPooled: rows?.length ?? null, ...(cuts && { cuts }) }];
}
