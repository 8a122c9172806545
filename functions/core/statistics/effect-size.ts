import { isDegenerate, type Study } from "./study.ts";

/** One study's estimate on the scale of the analysis, with its sampling variance. */
export interface EffectSize {
  readonly yi: number;
  readonly vi: number;
}

/**
 * Logit of every study, log(x / (n − x)), with v = 1/x + 1/(n − x) (Woolf 1955). ½ is added to events
 * and to non-events only where one of them is 0, because the logit would be infinite.
 */
export function logits(studies: readonly Study[]): EffectSize[] {
  return studies.map((study) => {
    const add = isDegenerate(study) ? 0.5 : 0;
    const events = study.events + add;
    const nonEvents = study.n - study.events + add;
    return { yi: Math.log(events / nonEvents), vi: 1 / events + 1 / nonEvents };
  });
}
