/** How sure a result is, and what to keep in mind with it; each reason said once. */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { remarksOf } from "../view/remarks.ts";
import { en } from "../words/english/screen.ts";
import { type List, list, type Paragraph, paragraph } from "./parts.ts";

const highest = "low is the highest level that separate cohorts can have here";

/** That a class is missing, and why, is said in place of its number. */
const saidBefore = "one-class";

export function certaintyBlocks(row: OutcomeComparison): (Paragraph | List)[] {
  const { level, reasons } = row.certainty;
  const cautions = remarksOf(row).filter(
    (remark) => !reasons.includes(remark) && remark.code !== saidBefore,
  );
  const stated =
    level === "not-rated"
      ? paragraph("Certainty is not rated without a contrast.")
      : reasons.length === 0
        ? paragraph(`Certainty: ${en.certainty[level]}; ${highest}.`)
        : list(
            `Certainty: ${en.certainty[level]}, by stated rules and not by a GRADE panel, because`,
            reasons.map(({ text }) => text),
          );
  return [
    ...stated,
    ...list(
      "Cautions",
      cautions.map(({ text }) => text),
    ),
  ];
}

/** What changes who or what is counted, or how little a number rests on. */
const weightiest = new Set([
  "single-cohort",
  "no-events",
  "all-events",
  "combination",
  "exposure-differs",
  "products-differ",
  "intention-to-treat",
  "model-fallback",
]);

const inWords = {
  low: "low certainty. Separate groups of patients are compared, and the true numbers may be quite different",
  "very-low":
    "very low certainty. The true numbers may be very different from these, because separate groups of patients are compared and there are further reasons for doubt",
} as const;

/** The same for a reader who needs the weightiest only. */
export function plainCertainty(row: OutcomeComparison): (Paragraph | List)[] {
  const { level, reasons } = row.certainty;
  const sure =
    level === "not-rated"
      ? []
      : paragraph(
          `How sure: ${inWords[level]}${reasons.length > 0 ? ` (${reasons.map(({ label }) => label).join("; ")})` : ""}.`,
        );
  const cautions = row.cautions.filter(({ code }) => weightiest.has(code));
  return [
    ...sure,
    ...list(
      "Keep in mind",
      cautions.map(({ text }) => text),
    ),
  ];
}
