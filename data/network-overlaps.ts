/**
 * Derives overlaps with research networks. A network without bounds may contain any patient of a
 * real-world series of the same product, so the two must never be in one pool. These overlaps are
 * computed, because manual entries would be forgotten when a cohort is added.
 */
import type { Overlap } from "./compute-set.ts";
import type { Cohort, Product } from "./schema.ts";

type Series = Pick<Cohort, "id" | "product" | "evidence" | "region" | "network" | "overlaps">;
type Products = readonly Pick<Product, "slug" | "contains">[];

/** The overlaps of a cohort with networks, beside those in its file. */
export function networkOverlaps(
  cohort: Series,
  cohorts: readonly Series[],
  products: Products,
): Overlap[] {
  return cohorts
    .filter(
      (other) => other.id !== cohort.id && !cohort.overlaps.some((edge) => edge.with === other.id),
    )
    .flatMap((other): Overlap[] => {
      const network = cohort.network ?? other.network;
      if (network === null || !mayMeet(cohort, other, products)) return [];
      const reason = `${network} may hold patients of any such series`;
      return [{ with: other.id, kind: "possible", reason }];
    });
}

/**
 * Whether two real-world series of one product may share patients: they do not if they are known to
 * come from different places.
 */
function mayMeet(a: Series, b: Series, products: Products): boolean {
  const anywhere = (region: Series["region"]) => region === null || region === "multinational";
  const near = anywhere(a.region) || anywhere(b.region) || a.region === b.region;
  const realWorld = a.evidence === "real-world" && b.evidence === "real-world";
  const given = givenIn(products);
  return realWorld && near && given(a).some((product) => given(b).includes(product));
}

/** A mixed series counts for each of its products. */
function givenIn(products: Products) {
  return ({ product }: Series): readonly string[] => [
    product,
    ...(products.find(({ slug }) => slug === product)?.contains ?? []),
  ];
}
