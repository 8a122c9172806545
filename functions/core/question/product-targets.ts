/**
 * Adds targets to a question: a product that is asked for by name brings its target, so that no filter drops it
 * silently.
 */
import { targets as allTargets } from "#data/vocabulary.ts";
import type { Vocabulary } from "./parameter.ts";
import type { Query } from "./query.ts";

type TargetsOfQuestion = Pick<Query, "product" | "target">;
type Products = Pick<Vocabulary, "products">;

/** Returns the antigens of a question, with those that its products need. */
export function addNeededTargets(
  question: TargetsOfQuestion,
  { products }: Products,
): readonly string[] {
  const missingTargets = listProductsLeftOut(question, { products }).flatMap(
    ({ targets }) => targets,
  );
  if (missingTargets.length === 0) return question.target;
  return allTargets.filter(
    (antigen) => question.target.includes(antigen) || missingTargets.includes(antigen),
  );
}

/** Returns the products of a question that its antigens allow. */
export function selectAllowedProducts(
  question: TargetsOfQuestion,
  products: Products,
): readonly string[] {
  const leftOutSlugs = listProductsLeftOut(question, products).map(({ slug }) => slug);
  return question.product.filter((slug) => !leftOutSlugs.includes(slug));
}

function listProductsLeftOut({ product, target }: TargetsOfQuestion, { products }: Products) {
  if (target.includes("any")) return [];
  return products.filter(({ slug, targets, contains }) => {
    // A series of several products counts only if all of their targets are asked for.
    const enough = contains.length > 0 ? "every" : "some";
    return product.includes(slug) && !targets[enough]((antigen) => target.includes(antigen));
  });
}
