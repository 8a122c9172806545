/** What a row compares: the classes or, where a class rests on one product, that product. */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { nameOfClass } from "../view/only-product.ts";
import type { Catalogue } from "../words/catalogue.ts";
import type { OfClass } from "../words/told.ts";

export function namesOf(
  { pools }: OutcomeComparison,
  { brief: { className }, screen: { headline } }: Pick<Catalogue, "brief" | "screen">,
): OfClass {
  return {
    "car-t": nameOfClass(pools["car-t"], className["car-t"], headline),
    bsab: nameOfClass(pools.bsab, className.bsab, headline),
  };
}
