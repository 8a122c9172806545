/** Whether counts of the same outcome differ by more than chance. */
import { betweenGroupsQ } from "../statistics/contrast/independent.ts";
import type { EffectSize } from "../statistics/scales.ts";

/** Below this p value counts are not told as one. */
const leastP = 0.1;

/** Cochran's Q of independent figures with weights 1/v; `null` for fewer than two. */
export function cochranQ(effects: readonly EffectSize[]) {
  return betweenGroupsQ(effects.map(({ yi, vi }) => ({ estimate: yi, se: Math.sqrt(vi) })));
}

/** Whether Cochran's Q has p < 0.1; `false` for fewer than two figures. */
export function differ(effects: readonly EffectSize[]): boolean {
  const test = cochranQ(effects);
  return test !== null && test.p < leastP;
}
