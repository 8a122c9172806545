/** Numbers of single products as text, as they were counted or printed. */

import type { ProductPool, Study } from "#core/answer/answer.ts";
import { namedProducts } from "#core/evidence/products.ts";
import type { Population } from "#data/vocabulary.ts";
import { followed } from "./counts.ts";
import { rangeOf100, rateOf100 } from "./rates.ts";

export const shown = {
  /**
   * "104 of 165 (63 of 100, 55–70)"; of several trials "195 of 228: 19 of 20, 176 of 208 (86 of 100,
   * 62–97)"; of survival "60 of 100 (50–70)", each trial by itself.
   *
   * @param studies of the product
   */
  product: (
    { product, events, n, estimate, interval, smaller = [] }: Omit<ProductPool, "k">,
    studies: readonly Study[],
  ) => {
    const counted = studies.filter(({ cohort }) => !smaller.includes(cohort));
    const small = studies.filter(({ cohort }) => smaller.includes(cohort));
    const each = shown.counts(counted);
    const more = small.length > 0 ? `; ${shown.counts(small)} more` : "";
    const untold = namedProducts(product).length > 1 ? " (not told apart)" : "";
    if (events === null || estimate === null || interval === null) return each + more + untold;
    const modelled = `(${rateOf100(estimate)} of 100, ${rangeOf100(interval).slice(1)}`;
    const total = counted.length === 1 ? "" : `${events} of ${n}: `;
    return `${total}${each} ${modelled}${more}${untold}`;
  },

  /** "19 of 20, 176 of 208", each trial by itself. */
  counts: (studies: readonly Study[]): string => studies.map(ofStudy).join(", "),

  /** A percentage, whose count is not printed. */
  unpooled: (percentPrinted: number) => `${percentPrinted} % reported, no count`,
};

/** Whose patients are not all who were treated, so that counts of others are read beside it with care. */
const ofWhom: Partial<Record<Population, string>> = {
  "efficacy-evaluable": " evaluable",
  randomised: " randomised",
};

/** "5 of 97", or of survival "79 of 100 (69–86)"; with the follow-up of a data cut that stands in. */
function ofStudy(study: Study) {
  const { events, n, estimate, interval, cut, followUpMonths, isPool, population } = study;
  const count =
    events === null
      ? `${rateOf100(estimate)} of 100 ${rangeOf100(interval)}`
      : `${events} of ${n}${ofWhom[population] ?? ""}`;
  const months = cut !== "primary" ? followed(followUpMonths) : "";
  return `${count}${isPool ? " in a pool of trials" : ""}${months}`;
}
