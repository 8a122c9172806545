/** The headline: the answer in sentences, together with its uncertainty. */
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { isKept } from "#core/comparison/verdict.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue, ScreenWords } from "../words/catalogue.ts";
import { differenceWords, rateOf100 } from "../words/rates.ts";
import type { Noun } from "../words/told.ts";
import { keepsApart } from "./missing.ts";
import { isNotRepresented, onlyProduct, productsText, regimenOf } from "./products.ts";
import { excludesZero, shownDifference, shownRate } from "./shown-numbers.ts";
import {
  anyPool,
  areSingleArm,
  isClass,
  isCompared,
  isOfTreated,
  nounOf,
  outcomeToTell,
  statedCertainty,
  whyNothingIsTold,
  withFirst,
} from "./told.ts";

/** Plain text, or a number that is shown in the colour of a class. */
export type Segment = string | { group: TherapyClass; text: string };

export interface Headline {
  efficacy: readonly Segment[];
  harm: string | null;
  doubt: string;
}

/** The first sentence of the headline, with the numbers. */
export function sentenceOf({ efficacy }: Pick<Headline, "efficacy">): string {
  return efficacy.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/** The headline names a harm only if both classes have at least this many cohorts, and all checks keep it. */
const minimumCohortsForHarm = 3;

type Words = Pick<Catalogue, "screen" | "headline">;

export function headlineOf(comparison: Comparison, words: Words): Headline {
  const { outcomes, query } = comparison;
  const noun = nounOf(query);
  const told = outcomeToTell(outcomes);
  const harm = largestHarm(outcomes, words.screen)?.text ?? null;
  const doubt = doubtOf(comparison, words);
  // If harms are compared but none is named, the headline says so.
  const isSilent = doubt !== "" && harm === null && comparedHarms(outcomes).length > 0;
  return {
    efficacy: told ? rates(told, noun, words) : [nothingToTell(outcomes, noun, words)],
    harm,
    doubt: isSilent ? `${doubt} ${words.headline.noHarm}` : doubt,
  };
}

/** How certain it is; empty without a pool. */
export function doubtOf({ outcomes, query }: Comparison, { screen, headline }: Words): string {
  if (!anyPool(outcomes)) return "";
  const stated = statedCertainty(outcomes);
  const level = stated && screen.certainty[stated];
  return headline.doubt(nounOf(query), areSingleArm(outcomes), level);
}

/** Why the headline has no rates; with the numbers of products that stand in the place of their class. */
function nothingToTell(
  outcomes: readonly OutcomeComparison[],
  noun: Noun,
  { screen: strings, headline }: Words,
): string {
  const response = outcomes.find(({ outcome }) => outcome === "orr");
  if (!response || isClass(response)) return whyNothingIsTold(outcomes, noun, strings);
  const apart = therapyClasses.map((group) => response.pools[group]).filter(isNotRepresented);
  const numbers = apart.map((pool) => productsText(pool, strings));
  const why = response.cautions.find(keepsApart)?.label;
  return headline.notRepresentative(numbers.join("; "), why);
}

function rates(
  { outcome, phrase, pools: { "car-t": carT, bsab } }: OutcomeComparison,
  noun: Noun,
  {
    headline,
    screen: {
      headline: { combination: given },
      of100,
      numbers,
    },
  }: Words,
): Segment[] {
  const words = outcome === "orr" ? headline.responded : headline.others(phrase);
  const infused = isOfTreated(carT);
  const rate = (group: TherapyClass, estimate: number): Segment => ({
    group,
    text: `${rateOf100(estimate, 0, numbers)} ${of100}`,
  });
  const combination = given[regimenOf(bsab)];
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

function comparedHarms(outcomes: readonly OutcomeComparison[]): OutcomeComparison[] {
  return outcomes.filter((row) => row.direction === "harm" && isCompared(row));
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
