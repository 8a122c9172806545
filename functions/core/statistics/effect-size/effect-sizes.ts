import type { Study } from "../study.ts";
import { type ContinuityCorrection, correctedCounts } from "./continuity-correction.ts";
import type { EffectSize, Transform } from "./effect-size.ts";

/** These studies (by index) have no finite effect size unless a correction is made. */
export interface EffectUndefined {
  readonly status: "effect-undefined";
  readonly studies: readonly number[];
}

/** Effect size of every study, in the order given. */
export function effectSizes(
  studies: readonly Study[],
  transform: Transform,
  correction: ContinuityCorrection,
): { readonly status: "ok"; readonly effects: readonly EffectSize[] } | EffectUndefined {
  const effects = correctedCounts(studies, correction).map(transform.effectSize);
  const without = effects.flatMap(({ yi, vi }, index) =>
    Number.isFinite(yi) && Number.isFinite(vi) ? [] : [index],
  );
  return without.length > 0
    ? { status: "effect-undefined", studies: without }
    : { status: "ok", effects };
}
