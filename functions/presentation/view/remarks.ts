/** Every reason to doubt a row, each said once: why its certainty is what it is, and its cautions. */
import type { OutcomeComparison, Remark } from "#core/comparison/answer.ts";

export function remarksOf({ certainty, cautions }: OutcomeComparison): Remark[] {
  return [...certainty.reasons, ...cautions].filter(
    ({ text }, index, all) => all.findIndex((other) => other.text === text) === index,
  );
}
