/** Whether an outcome has any number. Text and screen then say why there is none. */
import { groups } from "../evidence/classes.ts";
import type { OutcomeComparison, Pool } from "./answer.ts";

/** Of a class or, where none stands for it, of its products. */
export function hasNumber({ pools }: OutcomeComparison): boolean {
  return groups.some((group) => {
    const { estimate, status } = pools[group];
    return estimate !== null || status === "not-represented";
  });
}

/** Whether no cohort reports the outcome in any form. */
export function isSilent({ notPooled }: Pool): boolean {
  return notPooled.every(({ code }) => code === "not-reported");
}
