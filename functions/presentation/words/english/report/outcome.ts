/** Words of one class of an outcome in a report. */
import { productName } from "../../product-name.ts";

const scaleOf = (landmark: boolean) => (landmark ? "log cumulative hazard" : "logit");

export const pool = {
  /** @param sum All counts together; empty where they stand in the evidence. */
  rate: (values: {
    readonly name: string;
    /** Of two trials or more: the rate of a typical one. */
    readonly isPooled: boolean;
    readonly number: string;
    readonly sum: string;
    readonly evidence: string;
  }) => {
    const { name, isPooled, number, sum, evidence } = values;
    const rests = [sum && `${sum} in all`, evidence].filter(Boolean).join("; ");
    return `${name}${isPooled ? ", typical study" : ""}: ${number}; ${rests}.`;
  },
  none: (name: string, why: string, evidence: string) =>
    `${name}: ${why}${evidence ? `; ${evidence}` : ""}.`,
  fallback:
    "The model asked for has no result here: this is that of the Bayesian model, with its credible interval.",
  /** @param values `share` is the percentage of patients with unknown follow-up. */
  followUp: (values: { single: boolean; months: number | null; share: string | null }) => {
    const { single, months, share } = values;
    const silent = share === null ? null : `for ${share} % of these patients`;
    if (months === null) {
      return `Follow-up is not reported${silent === null ? "" : ` ${silent}`}.`;
    }
    const what = single ? "Median follow-up" : "Typical median follow-up of the studies";
    return `${what}: ${months} months${silent === null ? "" : `; not reported ${silent}`}.`;
  },
  spread: (tau: string | null, i2: string | null) =>
    tau === null ? "not known" : `τ ${tau}${i2 === null ? "" : `, I² ${i2} %`}`,
  heterogeneity: (facts: string, landmark: boolean, predicted: string | null, isFew: boolean) =>
    [
      `Heterogeneity on the ${scaleOf(landmark)} scale: ${facts}`,
      isFew && "of which two studies tell little",
      predicted !== null && `95 % prediction interval for another such study ${predicted} of 100`,
    ]
      .filter(Boolean)
      .join("; ")
      .concat("."),
  products: (products: readonly { readonly product: string; readonly shown: string }[]) =>
    `By product, unpooled: ${products
      .map(({ product, shown }) => `${productName(product)} ${shown}`)
      .join("; ")}.`,
};
