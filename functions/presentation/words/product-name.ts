import { namedProducts } from "#core/evidence/products.ts";

/** The slug of a product is its short name; of several that were not told apart, they are joined by "or". */
export function productName(slug: string): string {
  return namedProducts(slug).join(" or ");
}

/** `cilta-cel, teclistamab or elranatamab` */
export function productNames(slugs: readonly string[]): string {
  return slugs.map(productName).join(", ");
}
