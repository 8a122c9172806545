/**
 * Converts a printed landmark for the statistics: log cumulative hazard with its standard error.
 */
import type { ComputeLandmark } from "#data/compute-set.ts";
import { type Landmark, landmark } from "../statistics/survival/landmark.ts";

/** `null` if no printed number gives a usable value and standard error. */
export function onHazardScale({ survival, interval, atRisk, n }: ComputeLandmark): Landmark | null {
  return landmark({
    survival,
    ...(interval ? { interval } : undefined),
    ...(atRisk === null ? undefined : { atRisk }),
    ...(n === null ? undefined : { n }),
  });
}
