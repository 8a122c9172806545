/** Collects what the labels say about each product. It is loaded on demand, because comparing does not need it. */
import { approvedIn, inForce, isOverdue } from "../rules/approvals.ts";
import type { Approval, Product } from "../schema.ts";

export interface ProductFacts extends Omit<Product, "approvals"> {
  /** Each approval states whether it is in force, or its decision overdue, on the date of the data. */
  approvals: (Approval & { inForce: boolean; isOverdue: boolean })[];
  approvedIn: Approval["region"][];
}

export type ProductProvenance = Record<string, ProductFacts>;

export function productProvenance(
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
          inForce: inForce(approval, dataDate),
          isOverdue: isOverdue(approval, dataDate),
        })),
        approvedIn: approvedIn(product, products, dataDate),
      },
    ]),
  );
}
