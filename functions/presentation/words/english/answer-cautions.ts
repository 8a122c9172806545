/** Cautions of a whole answer. */
import type { AnswerCaution, RowCaution } from "#core/comparison/coded-remarks.ts";
import type { RemarkWords, UnusualRemark } from "../codes.ts";
import { productNames } from "../product-name.ts";
import { kindCount, notSelected } from "./patient-codes.ts";
import { regionName } from "./regions.ts";

export const answerCautions: RemarkWords<Exclude<AnswerCaution, RowCaution | UnusualRemark>> = {
  "no-randomised-comparison": ({ adjusted }) => {
    const others =
      adjusted === 1
        ? "; 1 matched or adjusted comparison has"
        : `; ${adjusted} matched or adjusted comparisons have`;
    return {
      label: "no randomised comparison",
      text: `Separate cohorts in different patients. No randomised trial has compared the classes${adjusted > 0 ? others : ""}.`,
    };
  },

  "as-treated": ({ randomised }) =>
    randomised.length === 0
      ? {
          label: "infused patients",
          text: "CAR-T rates count patients who were infused, unless a row says otherwise; those who never received the cells (progression, death, failed manufacturing) are not in them.",
        }
      : {
          label: "infused or randomised",
          text: `CAR-T rates count patients who were infused, but some rows count all randomised patients of ${randomised.join(", ")}, infused or not.`,
        },

  ecological: () => ({
    label: "filtered by medians",
    text: "Filtered by the medians of the cohorts, which say nothing about one patient.",
  }),

  "cohorts-differ-between-rows": () => ({
    label: "rows differ in trials",
    text: "Not every trial reports every outcome: rows rest on different trials.",
  }),

  "one-region": ({ region, products }) => ({
    label: `only in ${regionName(region)}`,
    text: `Approved in ${regionName(region)} only: ${productNames(products)}.`,
  }),

  "kinds-enrolled": ({ trials }) => ({
    label: "earlier therapy by kind",
    text: `Earlier therapy by trial: ${trials
      .map(
        ({ trial, kinds }) =>
          `${trial}: ${kinds.length === 0 ? "kinds not stated" : kinds.map(kindCount).join(", ")}`,
      )
      .join("; ")}.`,
  }),

  "kinds-not-selected": ({ kinds }) => ({
    label: "no trial by kind",
    text: kinds.map(({ kind, elsewhere }) => notSelected(kind, elsewhere)).join(" "),
  }),

  "dose-escalation": () => ({
    label: "dose escalation included",
    text: "Some cohorts come from dose escalation, at several doses.",
  }),
};
