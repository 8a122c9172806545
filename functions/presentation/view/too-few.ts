/** Rows whose classes have too few trials for a number: their trials are told one by one. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import type { RowCaution } from "#core/comparison/coded-remarks.ts";
import { groups } from "#core/evidence/classes.ts";
import type { Numbers } from "../words/numbers.ts";
import { rateOf100 } from "../words/rates.ts";

const code = "too-few-after-bcma" satisfies RowCaution["code"];

/** Why no number stands for a class; `null` if one may. */
export function tooFewAfterBcma({ cautions }: Pick<OutcomeComparison, "cautions">): string | null {
  return cautions.find((one) => one.code === code)?.text ?? null;
}

/** `CARTITUDE-2 cohort C 12/20, MajesTEC-1 cohort C 21/40`: counts, or survival in percent. */
export function trialByTrial({ pools }: OutcomeComparison, numbers: Numbers): string {
  return groups
    .flatMap((group) => pools[group].studies)
    .map(({ label, events, n, estimate }) =>
      events === null || n === null
        ? `${label} ${rateOf100(estimate, 0, numbers)} %`
        : `${label} ${events}/${n}`,
    )
    .join(", ");
}
