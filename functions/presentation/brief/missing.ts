/** Why a number is missing. */

import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { isSilent } from "#core/comparison/reported.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { isNotRepresented } from "../view/only-product.ts";
import { productsInFull } from "../view/products-in-full.ts";
import { whyApart } from "../view/why-no-number.ts";
import type { Catalogue } from "../words/catalogue.ts";

export function missingSentence(
  group: TherapyClass,
  row: OutcomeComparison,
  { query, selection }: Comparison,
  { brief: { missing }, screen }: Catalogue,
): string {
  const { appliesTo, notFor, pools } = row;
  const pool = pools[group];
  if (!appliesTo.includes(group)) return missing.notFor(group, notFor ?? "");
  if (query.therapyClass !== "both" && query.therapyClass !== group) {
    return missing.notAsked(group, query.therapyClass);
  }
  if (isNotRepresented(pool)) {
    return missing.notRepresented(group, productsInFull(pool, screen), whyApart(row, pool));
  }
  if (pool.beside && pool.regimen) return missing.noneOfRegimen(group, pool.regimen);
  const found = selection.cohorts[group];
  return found === 0 ? missing.noCohort(group) : missing.notReported(group, found, isSilent(pool));
}
