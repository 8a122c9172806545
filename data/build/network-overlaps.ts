/**
 * Derives overlaps with research networks. A network without bounds may contain any patient of a
 * real-world series of the same product, so the two must never be in one pool. These overlaps are
 * computed, because manual entries would be forgotten when a cohort is added.
 */
import type { Overlap } from "../compute-set.ts";
import type { Cohort, Product } from "../schema.ts";

/** All overlaps of a cohort: those in its file, and those with networks. */
export function overlapsOf(
  cohort: Cohort,
  cohorts: readonly Cohort[],
  products: readonly Product[],
): Overlap[] {
  const own = cohort.overlaps;
  const derived = cohorts
    .filter((other) => other.id !== cohort.id && !own.some((edge) => edge.with === other.id))
    .flatMap((other): Overlap[] => {
      const network = cohort.network ?? other.network;
      if (network === null || !mayMeet(cohort, other, products)) return [];
      const reason = `${network} may hold patients of any such series`;
      return [{ with: other.id, kind: "possible", reason }];
    });
  return [...own, ...derived];
}

/**
 * Whether two real-world series of one product may share patients: they do not if they are known to
 * come from different places.
 */
function mayMeet(a: Cohort, b: Cohort, products: readonly Product[]): boolean {
  const anywhere = (region: Cohort["region"]) => region === null || region === "multinational";
  const near = anywhere(a.region) || anywhere(b.region) || a.region === b.region;
  const realWorld = a.evidence === "real-world" && b.evidence === "real-world";
  const given = givenIn(products);
  return realWorld && near && given(a).some((product) => given(b).includes(product));
}

/** A mixed series counts for each of its products. */
function givenIn(products: readonly Product[]) {
  return ({ product }: Cohort): readonly string[] => [
    product,
    ...(products.find(({ slug }) => slug === product)?.contains ?? []),
  ];
}
