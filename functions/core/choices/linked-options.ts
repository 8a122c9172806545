/** Makes the values that are ticked together with others, where a tick changes more than one parameter. */
import { labelRegions, therapyClasses } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { isSoldInRegion } from "../evidence/regimen-labels.ts";
import type { ParameterName } from "../question/parameter-names.ts";
import { addNeededTargets } from "../question/product-targets.ts";
import type { Query } from "../question/query.ts";
import type { Offer } from "./filter-options.ts";

export type Named = Omit<Offer, "patch"> & { isSold?: boolean };

/** A change to the query, and the parameters whose text or cohorts it may affect. */
export interface Change {
  readonly patch: Partial<Query>;
  readonly names: readonly ParameterName[];
}

export interface Tick {
  selected: boolean;
  change: Change;
  alone: Change;
}

/** Returns a tick for each cohort that the user excluded; one tap includes the cohort again. */
export function makeExcludedCohortTickOptions(
  { exclude }: Query,
  { cohorts }: Dataset,
): (readonly [Named, Tick])[] {
  return cohorts
    .filter(({ id }) => exclude.includes(id))
    .map(({ id, label }) => {
      const patch = { exclude: exclude.filter((excluded) => excluded !== id) };
      const change: Change = { patch, names: ["exclude"] };
      return [
        { value: id, label },
        { selected: true, change, alone: change },
      ];
    });
}

/** Returns the ticks for products. Ticking a product with another target also adds that target. */
export function makeProductTickOptions(query: Query, dataset: Dataset): (readonly [Named, Tick])[] {
  const { products } = dataset;
  const isSold = (slug: string) =>
    labelRegions.some((region) => isSoldInRegion(slug, region, dataset));
  const offered = products.filter(
    // An entry that stands for a series of several products is not a product that one can choose.
    ({ contains, slug }) =>
      query.product.includes(slug) ||
      (contains.length === 0 && (query.availability.includes("any") || isSold(slug))),
  );
  const inOrder = therapyClasses.flatMap((group) =>
    offered.filter(({ therapyClass }) => therapyClass === group),
  );
  const names: readonly ParameterName[] = ["product", "target"];
  return inOrder.map(({ slug, name, therapyClass, targets: antigens }): readonly [Named, Tick] => {
    const selected = query.product.includes(slug);
    const product = products
      .map((candidate) => candidate.slug)
      .filter((candidate) => (candidate === slug ? !selected : query.product.includes(candidate)));
    const remaining = products.filter(
      (candidate) => candidate.slug !== slug && product.includes(candidate.slug),
    );
    const target = selected
      ? dropUnneededTargets(
          query.target,
          antigens,
          remaining.flatMap((candidate) => candidate.targets),
        )
      : addNeededTargets({ product, target: query.target }, dataset);
    const alone = {
      product: [slug],
      target: addNeededTargets({ product: [slug], target: query.target }, dataset),
    };
    return [
      { value: slug, label: name, therapyClass, isSold: isSold(slug) },
      { selected, change: { patch: { product, target }, names }, alone: { patch: alone, names } },
    ];
  });
}

/** Removes the antigens again, unless another ticked product or the default needs them. */
function dropUnneededTargets(
  target: readonly string[],
  antigens: readonly string[],
  requiredAntigens: readonly string[],
): readonly string[] {
  const remaining = target.filter(
    (antigen) =>
      !antigens.some((member) => member === antigen) ||
      requiredAntigens.includes(antigen) ||
      antigen === "bcma",
  );
  return remaining.length > 0 ? remaining : target;
}
