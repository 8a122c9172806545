/** The headline: the two rates in a sentence, with the harm of the verdict and the certainty. */

import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import type { StudyWord } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { rateOf100 } from "../words/rates.ts";
import { displayedRate } from "./displayed-rate.ts";
import { anyPool, headlineOutcome, isOfTreated, studyWordOf } from "./headline-outcome.ts";
import { onlyProduct, regimenOf } from "./products.ts";
import { verdictOf } from "./verdict.ts";

/** Plain text, or a number that is shown in the colour of a class. */
export type Segment = string | { group: TherapyClass; text: string };

export interface Headline {
  efficacy: readonly Segment[];
  harm: string;
  doubt: string;
}

/** The first sentence of the headline, with the numbers. */
export function sentenceOf({ efficacy }: Pick<Headline, "efficacy">): string {
  return efficacy.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

type Words = Pick<Catalogue, "screen" | "headline">;

export function headlineOf(comparison: ApiComparison, words: Words): Headline {
  const told = headlineOutcome(comparison.outcomes);
  const { lead, harms } = verdictOf(comparison, words.screen);
  return {
    efficacy: told ? rates(told, studyWordOf(comparison.query), words) : [lead],
    harm: harms,
    doubt: doubtOf(comparison, words),
  };
}

/** How certain it is; empty without a figure. */
export function doubtOf(
  { outcomes, query }: ApiComparison,
  { screen }: Pick<Words, "screen">,
): string {
  return anyPool(outcomes) ? screen.verdict.certainty(studyWordOf(query)) : "";
}

function rates(
  { role, phrase, pools: { "car-t": carT, bsab } }: ApiRow,
  noun: StudyWord,
  {
    headline,
    screen: {
      headline: { combination: given },
      of100,
      numbers,
    },
  }: Words,
): Segment[] {
  const words = role === "response" ? headline.responded : headline.others(phrase);
  const infused = isOfTreated(carT);
  const rate = (group: TherapyClass, estimate: number): Segment => ({
    group,
    text: `${rateOf100(estimate, 0, numbers)} ${of100}`,
  });
  const combination = given[regimenOf(bsab)];
  const isSingle = ({ k }: typeof carT) => k === 1;
  const [ofCarT, ofBsab] = [displayedRate(carT), displayedRate(bsab)];
  if (ofCarT === null) {
    const own = ` ${headline.patients} ${words.bispecificAlone(onlyProduct(bsab))}${combination}. `;
    return ofBsab === null
      ? []
      : [
          headline.opening(noun, isSingle(bsab), false),
          rate("bsab", ofBsab.estimate),
          own,
          headline.noCarT,
        ];
  }
  const patients = infused ? headline.infusedPatients : headline.patients;
  const isAlike = isSingle(carT) === isSingle(bsab);
  const own = [
    headline.opening(noun, isSingle(carT), isSingle(carT) && isSingle(bsab)),
    rate("car-t", ofCarT.estimate),
    ` ${patients} ${words.carT(onlyProduct(carT))}, `,
  ];
  return ofBsab === null
    ? [...own, headline.noBispecific]
    : [
        ...own,
        // Says what the second number is, if that differs from the first.
        isAlike ? "" : headline.other(noun, isSingle(bsab)),
        rate("bsab", ofBsab.estimate),
        ` ${words.bispecific(onlyProduct(bsab))}${combination}.`,
      ];
}
