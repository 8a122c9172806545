/** What a row compares: the classes or, where a class rests on one product, that product. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { onlyProduct } from "../view/only-product.ts";
import type { BriefWords } from "../words/contract/brief.ts";
import type { OfClass } from "../words/contract/screen.ts";

export function namesOf({ pools }: OutcomeComparison, { className }: BriefWords): OfClass {
  return {
    "car-t": onlyProduct(pools["car-t"]) ?? className["car-t"],
    bsab: onlyProduct(pools.bsab) ?? className.bsab,
  };
}
