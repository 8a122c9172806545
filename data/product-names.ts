/** Makes the short names of products, by which readers know them. */
import type { Product } from "./schema.ts";

/** Maps a slug to the short name of the product, where the two differ. */
export type ProductNames = Readonly<Record<string, string>>;

/**
 * Returns the short names of products: the slug if clinicians use it (`cilta-cel`), else the name without a second
 * name in brackets that equals the slug.
 */
export function makeShortNamesUnlikeSlug(
  products: readonly Pick<Product, "slug" | "name" | "contains">[],
): ProductNames {
  return Object.fromEntries(
    products
      // A series of several products is named by these.
      .filter(({ contains }) => contains.length === 0)
      .map(({ slug, name }) => [slug, shortenProductName(slug, name)] as const)
      .filter(([slug, name]) => slug !== name),
  );
}

function shortenProductName(slug: string, name: string): string {
  if (slug.endsWith("-cel")) return slug;
  return name.toLowerCase().startsWith(`${slug} (`) || name.toLowerCase() === slug
    ? name.slice(0, slug.length)
    : name;
}
