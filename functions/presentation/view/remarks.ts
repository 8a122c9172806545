/** All cautions and reasons for low certainty of a row, without repeats. */
import type { OutcomeComparison, Remark } from "#core/comparison/answer.ts";

export function remarksOf({
  certainty,
  cautions,
}: Pick<OutcomeComparison, "certainty" | "cautions">): Remark[] {
  return [...certainty.reasons, ...cautions].filter(
    ({ text }, index, all) => all.findIndex((other) => other.text === text) === index,
  );
}
