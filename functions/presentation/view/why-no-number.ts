/** Why no class of a row has a number although cohorts are pooled. */
import type { OutcomeComparison, Remark } from "#core/comparison/answer.ts";

/**
 * Whether a caution is why none has one, whatever part of a class is pooled. By the beginning of its
 * code, because it is in the first view, where bytes count.
 */
export function keepsApart({ code }: Remark): boolean {
  return /^(too-few-after|follow-ups)-/.test(code);
}

/**
 * The follow-ups of the classes, in a few words, if they are why. `undefined` where too few patients
 * or trials are.
 */
export function followUpsApart({
  cautions,
}: Pick<OutcomeComparison, "cautions">): string | undefined {
  return cautions.find(({ code }) => code === "follow-ups-apart")?.label;
}
