/** Numbers of single products as text, as they were counted or printed. */
import type { NotPooled } from "#core/comparison/answer.ts";
import type { CodedProductPool, CodedStudy } from "#core/comparison/coded-answer.ts";
import { productsTold } from "#core/evidence/products.ts";
import type { Population } from "#data/vocabulary.ts";
import { rangeOf100, rateOf100 } from "../rates.ts";
import { followed } from "./counted.ts";

export const shown = {
  /**
   * "104 of 165 (63 of 100, 55–70)"; "137 of 145 (94 of 100, 89–98): 43 of 48, 94 of 97"; "5 of 97, 17
   * of 48: trials differ"; of survival "60 of 100 (50–70)", each trial by itself.
   *
   * @param studies of the product
   */
  product: (
    { product, counted }: Pick<CodedProductPool, "product" | "counted">,
    studies: readonly CodedStudy[],
  ) => {
    const each = studies.map(ofStudy).join(", ");
    const untold = productsTold(product).length > 1 ? " (not told apart)" : "";
    if (counted === null || counted.events === null) return each + untold;
    const { events, n, estimate, interval } = counted;
    if (interval === null) return `${events} of ${n}: ${each}, trials differ${untold}`;
    const exact = `(${rateOf100(estimate)} of 100, ${rangeOf100(interval).slice(1)}`;
    return studies.length === 1
      ? `${each} ${exact}${untold}`
      : `${events} of ${n} ${exact}: ${each}${untold}`;
  },

  /** "17 %, count not printed", "28 of 128 at 24 months"; `null` for what no row shows. */
  unpooled: ({
    code,
    events,
    n,
    percentPrinted,
    followUpMonths: months,
  }: Omit<NotPooled, "cohort" | "product" | "reason" | "shown">) => {
    if (code === "no-count") {
      return percentPrinted === null ? null : `${percentPrinted} %, count not printed`;
    }
    if (code !== "other-cut" || events === null) return null;
    return `${events} of ${n}${months === null ? ", follow-up not reported" : followed(months)}`;
  },
};

/** Whose patients are not all who were treated, so that counts of others are read beside it with care. */
const ofWhom: Partial<Record<Population, string>> = {
  "efficacy-evaluable": " evaluable",
  randomised: " randomised",
};

/** "5 of 97", or of survival "79 of 100 (69–86)"; with the follow-up of a data cut that stands in. */
function ofStudy(study: CodedStudy) {
  const { events, n, estimate, interval, cut, followUpMonths, isPool, population } = study;
  const count =
    events === null
      ? `${rateOf100(estimate)} of 100 ${rangeOf100(interval)}`
      : `${events} of ${n}${ofWhom[population] ?? ""}`;
  const months = cut === "primary" ? "" : followed(followUpMonths);
  return `${count}${isPool ? " in a pool of trials" : ""}${months}`;
}
