/** Whether an outcome has any number. Text and screen then say why there is none. */
import type { OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";

/** Of a class or, where none stands for it, of its products. */
export function hasNumber({ pools }: OutcomeComparison): boolean {
  return therapyClasses.some((group) => {
    const { estimate, status } = pools[group];
    return estimate !== null || status === "not-represented";
  });
}

/** Whether no cohort reports the outcome in any form. */
export function isSilent({ notPooled }: Pool): boolean {
  return notPooled.every(({ code }) => code === "not-reported");
}
