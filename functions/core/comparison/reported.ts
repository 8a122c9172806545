/** Whether an outcome has any number. Text and screen then say why there is none. */
import { groups } from "../evidence/classes.ts";
import type { OutcomeComparison, Pool } from "./answer.ts";

/** Without an estimate there is no contrast to show and no certainty to rate. */
export function hasNumber({ measure, pools }: OutcomeComparison): boolean {
  return groups.some(
    (group) => pools[group].estimate !== null || (measure === "rate" && pools[group].rate !== null),
  );
}

/** Whether no cohort reports the outcome in any form. */
export function isSilent({ notPooled }: Pool): boolean {
  return notPooled.every(({ code }) => code === "not-reported");
}
