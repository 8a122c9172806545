/** A printed landmark as the statistics take it: log cumulative hazard with its standard error. */
import type { ComputeLandmark } from "#data/compute-set.ts";
import { type Landmark, landmark } from "../statistics/survival/landmark.ts";

/** `null` when nothing printed gives a standard error. */
export function onHazardScale({ survival, interval, atRisk, n }: ComputeLandmark): Landmark | null {
  return landmark({
    survival,
    ...(interval ? { interval } : undefined),
    ...(atRisk === null ? undefined : { atRisk }),
    ...(n === null ? undefined : { n }),
  });
}
