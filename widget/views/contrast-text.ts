/** The contrast in a statistician's words: the ratio with its interval, and how likely its direction is. */
import type { Contrast } from "../../functions/comparison/answer.ts";
import type { Strings } from "../strings/en.ts";
import { probability, ratio } from "./words.ts";

/** `Odds ratio 3.9 (2.1 to 7.4)`; for a landmark the ratio of cumulative hazards. */
export function ratioText(contrast: Contrast, { detail }: Strings): string | null {
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  if (oddsRatio !== null && interval !== null) {
    return detail.odds(ratio(oddsRatio), ratio(interval[0]), ratio(interval[1]));
  }
  if (hazardRatio !== null && hazardRatioInterval !== null) {
    const [low, high] = hazardRatioInterval;
    return detail.hazard(ratio(hazardRatio), ratio(low), ratio(high));
  }
  return null;
}

/** `null` by models that give no probability. */
export function chanceText(
  { probabilityHigher, hazardRatio }: Contrast,
  { detail }: Strings,
): string | null {
  if (probabilityHigher === null) return null;
  const likely = probability(probabilityHigher);
  return hazardRatio === null ? detail.probability(likely) : detail.probabilityAlive(likely);
}
