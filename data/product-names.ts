/** Short names of products: what a reader calls them. */
import type { Product } from "./schema.ts";

/** Slugs with a short name that differs from the slug. */
export type ProductNames = Readonly<Record<string, string>>;

/**
 * The slug where the field uses it (`cilta-cel`), else the name as it is written: without a second name in
 * brackets where the slug is the first one.
 */
export function productNamesOf(
  products: readonly Pick<Product, "slug" | "name" | "contains">[],
): ProductNames {
  return Object.fromEntries(
    products
      // A series of several products is named by these.
      .filter(({ contains }) => contains.length === 0)
      .map(({ slug, name }) => [slug, shortName(slug, name)] as const)
      .filter(([slug, name]) => slug !== name),
  );
}

function shortName(slug: string, name: string): string {
  if (slug.endsWith("-cel")) return slug;
  return name.toLowerCase().startsWith(`${slug} (`) || name.toLowerCase() === slug
    ? name.slice(0, slug.length)
    : name;
}
