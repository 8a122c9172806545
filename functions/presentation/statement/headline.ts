/** The headline: the answer in sentences, together with its uncertainty. */

import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { isKept } from "#core/comparison/verdict.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { differenceWords, rateOf100 } from "../words/rates.ts";
import type { Noun } from "../words/told.ts";
import { keepsApart } from "./missing.ts";
import {
  isNotRepresented,
  namedProduct,
  onlyProduct,
  productsText,
  regimenOf,
} from "./products.ts";
import { hasNumber } from "./reported.ts";
import { excludesZero, shownDifference, shownRate } from "./shown-numbers.ts";

/** Plain text, or a number that is shown in the colour of a class. */
export type Segment = string | { group: TherapyClass; text: string };

export interface Headline {
  efficacy: readonly Segment[];
  harm: string | null;
  doubt: string;
}

/** The headline names a harm only if both classes have at least this many cohorts, and all checks keep it. */
const minimumCohortsForHarm = 3;

export function headlineOf({ outcomes, query }: Comparison, strings: ScreenWords): Headline {
  const noun = nounOf(query);
  const told = outcomeToTell(outcomes);
  const studies = outcomes.flatMap(({ pools }) =>
    therapyClasses.flatMap((group) => pools[group].studies),
  );
  const singleArm = studies.every(({ design }) => design !== "randomised-arm");
  const harm = largestHarm(outcomes, strings)?.text ?? null;
  const stated = statedCertainty(outcomes);
  const sentences = [strings.headline.doubt(noun, singleArm, stated && strings.certainty[stated])];
  // If harms are compared but none is named, the headline says so.
  if (harm === null && comparedHarms(outcomes).length > 0) {
    sentences.push(strings.headline.noHarm);
  }
  return {
    efficacy: told ? rates(told, noun, strings) : [nothingToTell(outcomes, strings)],
    harm,
    doubt: anyPool(outcomes) ? sentences.join(" ") : "",
  };
}

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

/** The label of the outcome in the headline, and the products behind its numbers. */
export function toldIn(outcomes: readonly OutcomeComparison[]) {
  const told = outcomeToTell(outcomes);
  const products = (group: TherapyClass) =>
    told?.pools[group].products.map(({ product }) => product) ?? [];
  return { label: told?.label ?? "", "car-t": products("car-t"), bsab: products("bsab") };
}

/** Real-world cohorts are not called trials. */
export function nounOf({ evidence }: Comparison["query"]): Noun {
  return evidence === "trial" ? "trial" : "cohort";
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
  const comparable = outcomes.filter(({ contrasts: [one] }) => one?.differencePer100 != null);
  return comparable.find(({ direction }) => direction === "benefit") ?? comparable[0];
}

/** Whether the rates may stand as those of the classes. */
function isClass({ pools }: OutcomeComparison): boolean {
  return !therapyClasses.some((group) => isNotRepresented(pools[group]));
}

function nothingToTell(outcomes: readonly OutcomeComparison[], strings: ScreenWords): string {
  const { headline } = strings;
  const response = outcomes.find(({ outcome }) => outcome === "orr");
  if (response && !isClass(response)) {
    const apart = therapyClasses.map((group) => response.pools[group]).filter(isNotRepresented);
    const numbers = apart.map((pool) => productsText(pool, strings));
    const why = response.cautions.find(keepsApart)?.label;
    return headline.notRepresentative(numbers.join("; "), why);
  }
  if (response) return headline.noResponse;
  return anyPool(outcomes) ? headline.notCompared : headline.noNumber;
}

function anyPool(outcomes: readonly OutcomeComparison[]): boolean {
  return outcomes.some(({ pools }) => therapyClasses.some((group) => pools[group].k > 0));
}

/** In these populations, everyone counted received the cells. */
const infusedPopulations = new Set<string>(["treated", "safety", "efficacy-evaluable"]);

function rates(
  { outcome, phrase, pools: { "car-t": carT, bsab } }: OutcomeComparison,
  noun: Noun,
  { headline, of100, numbers }: ScreenWords,
): Segment[] {
  const words = outcome === "orr" ? headline.responded : headline.others(phrase);
  const infused = carT.studies.every(({ population }) => infusedPopulations.has(population));
  const rate = (group: TherapyClass, estimate: number): Segment => ({
    group,
    text: `${rateOf100(estimate, 0, numbers)} ${of100}`,
  });
  const combination = headline.combination[regimenOf(bsab)];
  const [trials, ofOther] = [carT.observed && carT.k, bsab.observed && bsab.k];
  const [ofCarT, ofBsab] = [shownRate(carT), shownRate(bsab)];
  if (ofCarT === null) {
    const own = ` ${headline.patients} ${words.bispecificAlone(onlyProduct(bsab))}${combination}. `;
    return ofBsab === null
      ? []
      : [
          headline.opening(noun, ofOther, false),
          rate("bsab", ofBsab.estimate),
          own,
          headline.noCarT,
        ];
  }
  const patients = infused ? headline.infusedPatients : headline.patients;
  const own = [
    headline.opening(noun, trials, trials !== null && trials === ofOther),
    rate("car-t", ofCarT.estimate),
    ` ${patients} ${words.carT(onlyProduct(carT))}, `,
  ];
  return ofBsab === null
    ? [...own, headline.noBispecific]
    : [
        ...own,
        // Says what the second number is, if that differs from the first.
        trials === ofOther ? "" : headline.other(noun, ofOther),
        rate("bsab", ofBsab.estimate),
        ` ${words.bispecific(onlyProduct(bsab))}${combination}.`,
      ];
}

/** `with CAR-T`, or with its product if the row has only one. */
export function withFirst(carT: Pool, { headline, withCarT, withProduct }: ScreenWords): string {
  const product = namedProduct(carT, headline);
  return product ? withProduct(product) : withCarT;
}

function comparedHarms(outcomes: readonly OutcomeComparison[]): OutcomeComparison[] {
  return outcomes.filter(
    ({ direction, contrasts: [one] }) => direction === "harm" && one?.differencePer100 != null,
  );
}

/** The harm with the largest difference among those with enough trials that every check keeps. */
export function largestHarm(outcomes: readonly OutcomeComparison[], strings: ScreenWords) {
  const [largest] = comparedHarms(outcomes)
    .flatMap((row) => {
      const shown = shownDifference(row);
      const { "car-t": carT, bsab } = row.pools;
      const enough = Math.min(carT.k, bsab.k) >= minimumCohortsForHarm;
      if (!enough || shown === null || !row.contrasts.every(isKept)) return [];
      const { difference, interval } = shown;
      const { amount, range } = differenceWords(difference, interval, strings);
      const text = `${amount} ${strings.of100} ${row.phrase} ${withFirst(carT, strings)} (${range}).`;
      return excludesZero(interval) ? [{ row, size: Math.abs(difference), text }] : [];
    })
    .sort((a, b) => b.size - a.size);
  return largest;
}
