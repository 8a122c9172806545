/** Whether there is a number at all: sentences and screens say why there is none. */
import { groups } from "../evidence/classes.ts";
import type { OutcomeComparison, Pool } from "./answer.ts";

/** Without any number there is nothing to tell, to contrast or to be sure of. */
export function hasNumber({ pools }: OutcomeComparison): boolean {
  return groups.some((group) => pools[group].estimate !== null);
}

/** Whether no cohort reports it in any form. */
export function isSilent({ notPooled }: Pool): boolean {
  return notPooled.every(({ code }) => code === "not-reported");
}
