import { isDegenerate, type Study } from "../study.ts";
import type { EffectSize } from "./effect-size.ts";
import { LOGIT_TRANSFORM } from "./logit.ts";

/** Logit of every study, ½ added to events and to non-events only where one of them is 0. */
export function logits(studies: readonly Study[]): EffectSize[] {
  return studies.map((study) => {
    const add = isDegenerate(study) ? 0.5 : 0;
    const nonEvents = study.n - study.events + add;
    return LOGIT_TRANSFORM.effectSize({ events: study.events + add, nonEvents });
  });
}
