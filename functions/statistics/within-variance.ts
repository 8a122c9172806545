import type { Study } from "./study.ts";

/**
 * Sampling variance of each study's logit, 1/x + 1/(n − x) (Woolf 1955); ½ is added to events and
 * to non-events only in studies where one of them is 0.
 */
export function withinVariances(studies: readonly Study[]): number[] {
  return studies.map(({ events, n }) => {
    const add = events === 0 || events === n ? 0.5 : 0;
    return 1 / (events + add) + 1 / (n - events + add);
  });
}
