/** A product that is asked for by name brings its target, so that no filter drops it silently. */
import { targets as allTargets } from "#data/vocabulary.ts";
import type { Vocabulary } from "./parameter.ts";
import type { Query } from "./query.ts";

type Asked = Pick<Query, "product" | "target">;
type Products = Pick<Vocabulary, "products">;

/** The antigens of a question, with those that its products need. */
export function targetsFor(asked: Asked, { products }: Products): readonly string[] {
  const left = leftOutIn(asked, { products }).flatMap(({ targets }) => targets);
  if (left.length === 0) return asked.target;
  return allTargets.filter((antigen) => asked.target.includes(antigen) || left.includes(antigen));
}

/** The products of a question that its antigens allow. */
export function productsFor(asked: Asked, products: Products): readonly string[] {
  const left = leftOutIn(asked, products).map(({ slug }) => slug);
  return asked.product.filter((slug) => !left.includes(slug));
}

function leftOutIn({ product, target }: Asked, { products }: Products) {
  if (target.includes("any")) return [];
  return products.filter(({ slug, targets, contains }) => {
    // A series of several products counts only if all of their targets are asked for.
    const enough = contains.length > 0 ? "every" : "some";
    return product.includes(slug) && !targets[enough]((antigen) => target.includes(antigen));
  });
}
