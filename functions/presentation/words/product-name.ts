import { namedProducts } from "#core/evidence/products.ts";
import { productNames as shortNames } from "#data/generated/product-names.ts";

/** The short name of a product by its slug; of several that were not told apart, they are joined by "or". */
export function productName(slug: string): string {
  return namedProducts(slug)
    .map((one) => shortNames[one] ?? one)
    .join(" or ");
}

/** `cilta-cel, teclistamab or elranatamab` */
export function productNames(slugs: readonly string[]): string {
  return slugs.map(productName).join(", ");
}

/** `teclistamab in combination`; alone, or where a pool holds both kinds, its name. */
export function productGiven(slug: string, regimen: "monotherapy" | "combination" | null): string {
  return productName(slug) + (regimen === "combination" ? " in combination" : "");
}
