/** The words that the element draws in a sheet; the filters and their choices come in words. */
import type { TherapyClass } from "#data/vocabulary.ts";
import { classAdjective } from "./class-names.ts";

export const sheet = {
  from: "from",
  upTo: "to",
  ownRange: "Another range",
  apply: "Apply",
  unlabelled: "Labelled nowhere",
  noneUnlabelled: "Offered where any label or none counts.",
  rangeError: "The lower number first, or one end open.",
  /** Of a range of medians that leaves these classes without a trial; the second press applies it. */
  noMedian: (classes: readonly TherapyClass[]) =>
    `No ${classes.map((group) => classAdjective[group]).join(" or ")} trial has such a median. For one patient use Patient; or apply again.`,
};
