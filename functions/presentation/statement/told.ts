/** What an answer tells first: the outcome that leads, how sure it is, and whom its rates count. */
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import type { Noun } from "../words/told.ts";
import { keepsApart } from "./missing.ts";
import { isNotRepresented, namedProduct } from "./products.ts";
import { hasNumber } from "./reported.ts";

export function areSingleArm(outcomes: readonly OutcomeComparison[]): boolean {
  return outcomes.every(({ pools }) =>
    therapyClasses.every((group) =>
      pools[group].studies.every(({ design }) => design !== "randomised-arm"),
    ),
  );
}

/** Outcomes that are named where response cannot be compared. */
const mostNamed = 2;

export type StatedCertainty = Exclude<OutcomeComparison["certainty"]["level"], "not-rated">;

/**
 * The certainty stated below the headline: that of the outcome in the headline, or otherwise that
 * of most rows. Rows with another certainty show their own.
 */
export function statedCertainty(outcomes: readonly OutcomeComparison[]): StatedCertainty | null {
  const told = outcomeToTell(outcomes)?.certainty.level ?? "not-rated";
  if (told !== "not-rated") return told;
  const rated = outcomes
    .map(({ certainty }) => certainty.level)
    .filter((level) => level !== "not-rated");
  if (rated.length === 0) return null;
  const low = rated.filter((level) => level === "low").length;
  return low > rated.length / 2 ? "low" : "very-low";
}

/** Real-world series are not called trials. */
export function nounOf({ evidence }: Comparison["query"]): Noun {
  return evidence === "trial" ? "trial" : "study";
}

/**
 * The outcome in the headline: response if it was asked for. Otherwise the first benefit with both
 * numbers, or else the first harm with both.
 */
export function outcomeToTell(
  outcomes: readonly OutcomeComparison[],
): OutcomeComparison | undefined {
  const response = outcomes.find(({ outcome }) => outcome === "orr");
  if (response) return hasNumber(response) && isClass(response) ? response : undefined;
  const comparable = outcomes.filter(isCompared);
  return comparable.find(({ direction }) => direction === "benefit") ?? comparable[0];
}

export function isCompared({ contrasts: [one] }: Pick<OutcomeComparison, "contrasts">): boolean {
  return one?.status === "ok";
}

/** Whether the rates may stand as those of the classes. */
export function isClass({ pools }: OutcomeComparison): boolean {
  return !therapyClasses.some((group) => isNotRepresented(pools[group]));
}

/** Why the verdict has no outcome to tell of. */
export function whyNothingIsTold(
  outcomes: readonly OutcomeComparison[],
  noun: Noun,
  { headline, verdict }: ScreenWords,
): string {
  const response = outcomes.find(({ outcome }) => outcome === "orr");
  if (response && !isClass(response)) {
    // Harms have a sentence of their own.
    const benefits = outcomes.filter(({ direction }) => direction === "benefit");
    const compared = benefits.filter(isCompared);
    return verdict.notCompared(
      noun,
      response.cautions.find(keepsApart)?.label,
      compared.slice(0, mostNamed).map(({ label }) => label),
    );
  }
  if (response) return headline.noResponse;
  return anyPool(outcomes) ? headline.notCompared : headline.noNumber;
}

export function anyPool(outcomes: readonly OutcomeComparison[]): boolean {
  return outcomes.some(({ pools }) => therapyClasses.some((group) => pools[group].k > 0));
}

/** In these populations, everyone counted was treated. */
const treatedPopulations = new Set<string>(["treated", "safety", "efficacy-evaluable"]);

export function isOfTreated({ studies }: Pick<Pool, "studies">): boolean {
  return studies.every(({ population }) => treatedPopulations.has(population));
}

/** `with CAR-T`, or with its product if the row has only one. */
export function withFirst(carT: Pool, { headline, withCarT, withProduct }: ScreenWords): string {
  const product = namedProduct(carT, headline);
  return product ? withProduct(product) : withCarT;
}
