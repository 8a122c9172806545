/**
 * A network that collects records from wherever they are may hold any patient of a real-world
 * series of the same product, so the two never meet in one pool. These edges are derived, because
 * one written by hand would be forgotten with the next cohort.
 */
import type { Overlap } from "../compute-set.ts";
import type { Cohort, Product } from "../schema.ts";

/** Edges of a cohort: those its file names, and those to and from networks. */
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

/** Two real-world series of one product, unless they are known to come from different places. */
function mayMeet(a: Cohort, b: Cohort, products: readonly Product[]): boolean {
  const anywhere = (region: Cohort["region"]) => region === null || region === "multinational";
  const near = anywhere(a.region) || anywhere(b.region) || a.region === b.region;
  const realWorld = a.evidence === "real-world" && b.evidence === "real-world";
  const given = givenIn(products);
  return realWorld && near && given(a).some((product) => given(b).includes(product));
}

/** A mixed series counts for each product it contains. */
function givenIn(products: readonly Product[]) {
  return ({ product }: Cohort): readonly string[] => [
    product,
    ...(products.find(({ slug }) => slug === product)?.contains ?? []),
  ];
}
