/**
 * A row in statistical terms: the ratio of its contrast with its interval, the probability of its
 * direction, and how much the cohorts of a pool differ.
 */
import type { Contrast, Heterogeneity, Interval } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import type { DetailWords, ScreenWords } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { pValueText } from "../words/p-value.ts";
import { probability, ratio } from "../words/ratios.ts";
import { onlyProduct } from "./products.ts";

/** The lines of an opened row: its contrast, and how much the trials of each class differ. */
export function statisticsOf(
  { contrasts: [contrast], pools }: ApiRow,
  words: DetailWords,
  { className, numbers }: Pick<ScreenWords, "className" | "numbers">,
): string[] {
  const { regimen } = pools["car-t"];
  const drugs = regimen === "combination" ? `, ${words.regimen[regimen]}` : "";
  const name = (onlyProduct(pools["car-t"]) ?? className["car-t"]) + drugs;
  const told = contrast?.status === "ok" ? contrast : null;
  const chance = told && chanceText(told, name, words, numbers);
  const odds = told && ratioText(told, words, numbers);
  return [
    ...(chance === null || odds === null ? [] : [`${odds}, ${chance}.`]),
    ...therapyClasses.flatMap((group) => {
      const { heterogeneity, products } = pools[group];
      if (!heterogeneity) return [];
      const facts = heterogeneityText(heterogeneity, words.heterogeneity, numbers);
      return words.heterogeneity.of(onlyProduct({ products }) ?? className[group], facts);
    }),
  ];
}

/** `Odds ratio 3.9 (2.1 to 7.4)`. For a landmark, the ratio of cumulative hazards. */
export function ratioText(contrast: Contrast, words: DetailWords, numbers: Numbers): string | null {
  const written = (value: number) => ratio(value, numbers);
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  if (oddsRatio !== null && interval !== null) {
    return words.odds(written(oddsRatio), written(interval[0]), written(interval[1]));
  }
  if (hazardRatio !== null && hazardRatioInterval !== null) {
    const [low, high] = hazardRatioInterval;
    return words.hazard(written(hazardRatio), written(low), written(high));
  }
  return null;
}

/**
 * `null` for models that give no probability.
 *
 * @param name Of the class that is compared, or of its only product.
 */
export function chanceText(
  { probabilityHigher, hazardRatio }: Contrast,
  name: string,
  words: DetailWords,
  numbers: Numbers,
): string | null {
  if (probabilityHigher === null) return null;
  const likely = probability(probabilityHigher, numbers);
  const say = hazardRatio === null ? words.probability : words.probabilityAlive;
  return say(likely, name);
}

/** `Q 40.1 on 13 df, P < 0.001; τ² 0.24 (0.09 to 1.56); I² 72 % (48 to 94)`. */
export function heterogeneityText(
  { tests, tau2, tau2Interval, i2, i2Interval }: Heterogeneity,
  { test, tau2: ofTau2, i2: ofI2 }: DetailWords["heterogeneity"],
  numbers: Numbers,
): string {
  const ends = (interval: Interval | null, digits: number) =>
    interval && ([numbers.fixed(interval[0], digits), numbers.fixed(interval[1], digits)] as const);
  return [
    ...tests.map(({ name, q, df, pValue }) =>
      test[name](numbers.fixed(q, 1), df, pValueText(pValue, numbers)),
    ),
    ...(tau2 === null ? [] : [ofTau2(numbers.fixed(tau2, 2), ends(tau2Interval, 2))]),
    ...(i2 === null ? [] : [ofI2(numbers.fixed(i2), ends(i2Interval, 0))]),
  ].join("; ");
}
