/** The contrast in a statistician's words: the ratio with its interval, and how likely its direction is. */
import type { Contrast } from "#core/comparison/answer.ts";
import { enDetail } from "../words/english/detail.ts";
import type { Strings } from "../words/english/screen.ts";
import { probability, ratio } from "../words/rates.ts";

/** `Odds ratio 3.9 (2.1 to 7.4)`; for a landmark the ratio of cumulative hazards. */
export function ratioText(contrast: Contrast, { numbers }: Strings): string | null {
  const written = (value: number) => ratio(value, numbers);
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  if (oddsRatio !== null && interval !== null) {
    return enDetail.odds(written(oddsRatio), written(interval[0]), written(interval[1]));
  }
  if (hazardRatio !== null && hazardRatioInterval !== null) {
    const [low, high] = hazardRatioInterval;
    return enDetail.hazard(written(hazardRatio), written(low), written(high));
  }
  return null;
}

/** `null` by models that give no probability. */
export function chanceText(
  { probabilityHigher, hazardRatio }: Contrast,
  { numbers }: Strings,
): string | null {
  if (probabilityHigher === null) return null;
  const likely = probability(probabilityHigher, numbers);
  return hazardRatio === null ? enDetail.probability(likely) : enDetail.probabilityAlive(likely);
}
