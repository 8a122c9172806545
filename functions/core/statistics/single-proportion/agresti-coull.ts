import { checkLevel } from "../level.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { checkStudies } from "../study.ts";
import type { Interval } from "../types.ts";

/**
 * Wald interval after adding z²/2 events and z²/2 non-events (Agresti & Coull 1998). As in the
 * paper, the limits may be outside 0–1; see {@link agrestiCoullTruncated}.
 *
 * @example agrestiCoull(0, 12) // [-0.0394…, 0.2819…]
 * @throws RangeError for invalid counts or level.
 */
export function agrestiCoull(events: number, n: number, level = 0.95): Interval {
  checkStudies([{ events, n }]);
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const total = n + z * z;
  const proportion = (events + (z * z) / 2) / total;
  const margin = z * Math.sqrt((proportion * (1 - proportion)) / total);
  return [proportion - margin, proportion + margin];
}

/** {@link agrestiCoull} clipped to 0–1. */
export function agrestiCoullTruncated(events: number, n: number, level = 0.95): Interval {
  const [lower, upper] = agrestiCoull(events, n, level);
  return [Math.max(0, lower), Math.min(1, upper)];
}
