/** The facts of the labels of each product. They are loaded on demand, because comparing does not need them. */
import { approvedIn, inForce } from "../rules/approvals.ts";
import type { Approval, Product } from "../schema.ts";

export interface ProductFacts extends Omit<Product, "approvals"> {
  /** `inForce`: whether the approval is in force on the date of the data. */
  approvals: (Approval & { inForce: boolean })[];
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
        })),
        approvedIn: approvedIn(product, products, dataDate),
      },
    ]),
  );
}
