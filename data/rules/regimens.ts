/** Checks the regimens of labels, cohorts and studies: products, what is given together, and after how many lines. */
import type { Approval, Cohort, Product } from "../schema.ts";
import { otherDrugs } from "../vocabulary.ts";
import type { ProblemList } from "./report.ts";

/**
 * Collects the names of what can be given with a product or have failed before it. A name typed otherwise would match
 * no label, without any warning.
 */
export function collectDrugNames({
  products,
}: {
  readonly products: readonly Pick<Product, "slug">[];
}): ReadonlySet<string> {
  return new Set([...otherDrugs, ...products.map(({ slug }) => slug)]);
}

/** Reports a problem unless the product exists and has the stated class. */
export function addProblemsOfNamedProduct(
  field: string,
  classField: string,
  slug: string,
  { therapyClass }: { therapyClass: Product["therapyClass"] | null },
  { products }: { readonly products: readonly Pick<Product, "slug" | "therapyClass">[] },
  list: ProblemList,
): void {
  const product = products.find((candidate) => candidate.slug === slug);
  if (!product) list.add(field, "product-exists", `no file data/products/${slug}.json`, slug);
  else if (product.therapyClass !== therapyClass) {
    const message = `${slug} is "${product.therapyClass}" in its product file`;
    list.add(classField, "product-class-agrees", message);
  }
}

/**
 * Reports a problem unless partners are named where something was combined, and nowhere else; they are `null` where
 * it is not said what was combined.
 */
export function addRegimenPartnerProblems(
  field: string,
  regimen: Cohort["regimen"],
  partners: readonly string[] | null,
  list: ProblemList,
): void {
  if ((regimen === "monotherapy") === (partners?.length === 0)) return;
  const partnersText = partners?.join(", ") || (partners ? "none" : "not said");
  list.add(field, "regimen-has-partners", `${regimen}, but partners are: ${partnersText}`);
}

export function addPriorLinesProblems(
  field: string,
  { min, max }: Approval["priorLines"],
  list: ProblemList,
): void {
  if (min === null || max === null || min <= max) return;
  list.add(field, "prior-lines-ascending", `at least ${min}, at most ${max}`);
}
