/** What an answer tells first: the outcome that leads, and whom its rates count. */

import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { hasNumber } from "./figures.ts";
import { namedProduct } from "./products.ts";

export { studyWordOf } from "../words/arguments.ts";

/**
 * The outcome in the headline: response if it was asked for. Otherwise the first benefit with both
 * numbers, or else the first harm with both.
 */
export function headlineOutcome(outcomes: readonly ApiRow[]): ApiRow | undefined {
  const response = outcomes.find(({ role }) => role === "response");
  if (response) return hasNumber(response) ? response : undefined;
  const comparable = outcomes.filter(isCompared);
  return comparable.find(({ direction }) => direction === "benefit") ?? comparable[0];
}

export function isCompared({ contrasts: [one] }: Pick<ApiRow, "contrasts">): boolean {
  return one?.status === "ok";
}

export function anyPool(outcomes: readonly ApiRow[]): boolean {
  return outcomes.some(({ pools }) => therapyClasses.some((group) => pools[group].k > 0));
}

/** In these populations, everyone counted was treated. */
const treatedPopulations = new Set<string>(["treated", "safety", "efficacy-evaluable"]);

export function isOfTreated({ studies }: Pick<ApiPool, "studies">): boolean {
  return studies.every(({ population }) => treatedPopulations.has(population));
}

/** `with CAR-T`, or with its product if the row has only one. */
export function withFirst(carT: ApiPool, { headline, withCarT, withProduct }: ScreenWords): string {
  const product = namedProduct(carT, headline);
  return product ? withProduct(product) : withCarT;
}
