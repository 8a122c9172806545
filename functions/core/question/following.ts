/**
 * Computes what follows from a choice of a question: the defaults of other fields, and the targets that products need.
 */

import { targets as allTargets } from "#data/vocabulary.ts";
import { listEarlierTherapyKinds } from "./earlier-kinds.ts";
import type { Vocabulary } from "./parameters.ts";
import type { FieldName, Query } from "./query.ts";

export type Following = Pick<Query, "regimen" | "labelled" | "target">;

const names = ["regimen", "labelled", "target"] as const satisfies readonly (keyof Following)[];

export function isDependentField(name: FieldName): name is keyof Following {
  return names.some((candidate) => candidate === name);
}

/** Returns the defaults of `regimen`, `labelled` and `target` for the prior lines and earlier therapy of a question. */
export function deriveDependentDefaults({
  lines,
  priorBcma,
}: Pick<Query, "lines" | "priorBcma">): Following {
  return {
    // Bispecifics are combined in earlier lines: monotherapy would leave the class empty.
    regimen: lines === "1" || lines === "2" ? "any" : "monotherapy",
    // A label depends on the number of lines, so none is required without it.
    labelled: lines === "any" ? "any" : "line",
    // Treatment after a kind of therapy may well have another target.
    target: listEarlierTherapyKinds(priorBcma).length > 0 ? ["any"] : ["bcma"],
  };
}

export function listChangedDefaults(query: Query, patch: Partial<Query>): (keyof Following)[] {
  const [before, after] = [
    deriveDependentDefaults(query),
    deriveDependentDefaults({ ...query, ...patch }),
  ];
  return names.filter((name) => !(name in patch) && String(before[name]) !== String(after[name]));
}

/** Returns the change with the fields that follow from it, unless they were chosen by hand. */
export function addDependentChanges(query: Query, patch: Partial<Query>): Partial<Query> {
  const [before, after] = [
    deriveDependentDefaults(query),
    deriveDependentDefaults({ ...query, ...patch }),
  ];
  const followed = listChangedDefaults(query, patch)
    .filter((name) => String(query[name]) === String(before[name]))
    .map((name): Partial<Query> => ({ [name]: after[name] }));
  return Object.assign({ ...patch }, ...followed);
}

// Adds targets to a question: a product that is asked for by name brings its target, so that no filter drops
// it silently.

type TargetsOfQuestion = Pick<Query, "product" | "target">;
type Products = Pick<Vocabulary, "products">;

/** Returns the antigens of a question, with those that its products need. */
export function addNeededTargets(
  question: TargetsOfQuestion,
  { products }: Products,
): readonly string[] {
  const missingTargets = listProductsLeftOutByTarget(question, { products }).flatMap(
    ({ targets }) => targets,
  );
  if (missingTargets.length === 0) return question.target;
  return allTargets.filter(
    (antigen) => question.target.includes(antigen) || missingTargets.includes(antigen),
  );
}

/** Returns the products of a question that its antigens allow. */
export function selectProductsAllowedByTarget(
  question: TargetsOfQuestion,
  products: Products,
): readonly string[] {
  const leftOutSlugs = listProductsLeftOutByTarget(question, products).map(({ slug }) => slug);
  return question.product.filter((slug) => !leftOutSlugs.includes(slug));
}

function listProductsLeftOutByTarget(
  { product, target }: TargetsOfQuestion,
  { products }: Products,
) {
  if (target.includes("any")) return [];
  return products.filter(({ slug, targets, contains }) => {
    // A series of several products counts only if all of their targets are asked for.
    const enough = contains.length > 0 ? "every" : "some";
    return product.includes(slug) && !targets[enough]((antigen) => target.includes(antigen));
  });
}
