/** Why no class of a row has a number although cohorts are pooled. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";

/**
 * The follow-ups of the classes, in a few words, if they are why. `undefined` where too few patients
 * or trials are.
 */
export function followUpsApart({
  cautions,
}: Pick<OutcomeComparison, "cautions">): string | undefined {
  return cautions.find(({ code }) => code === "follow-ups-apart")?.label;
}
