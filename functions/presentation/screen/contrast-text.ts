/**
 * The contrast in statistical terms: the ratio with its interval, and the probability of its
 * direction.
 */

import type { Contrast } from "#core/comparison/answer.ts";
import type { DetailWords } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { probability, ratio } from "../words/rates.ts";

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
