/** Collects what the labels say about each product. It is loaded on demand, because comparing does not need it. */
import {
  isApprovalDecisionOverdue,
  isApprovalInForce,
  listApprovedRegions,
} from "../rules/approvals.ts";
import type { Approval, Product } from "../schema.ts";

export interface ProductFacts extends Omit<Product, "approvals"> {
  /** Each approval states whether it is in force, or its decision overdue, on the date of the data. */
  approvals: (Approval & { inForce: boolean; isOverdue: boolean })[];
  approvedIn: Approval["region"][];
}

export type ProductProvenance = Record<string, ProductFacts>;

export function makeProductProvenance(
  products: readonly Product[],
  dataDate: string,
): ProductProvenance {
  return Object.fromEntries(
    products.map((product) => [
      product.slug,
      {
        ...product,
        approvals: product.approvals.map((approval) => ({
          ...approval,
          inForce: isApprovalInForce(approval, dataDate),
          isOverdue: isApprovalDecisionOverdue(approval, dataDate),
        })),
        approvedIn: listApprovedRegions(product, products, dataDate),
      },
    ]),
  );
}
