/** The certainty of a result, and its cautions. Each reason is stated once. */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { remarksOf } from "../view/remarks.ts";
import type { BriefWords } from "../words/catalogue.ts";
import { type List, list, type Paragraph, paragraph } from "./parts.ts";

/** Already stated: the sentence in place of the missing number says why a class has none. */
const saidBefore = "one-class";

export function certaintyBlocks(
  row: OutcomeComparison,
  { certainty: words }: BriefWords,
): (Paragraph | List)[] {
  const { level, reasons } = row.certainty;
  const cautions = remarksOf(row).filter(
    (remark) => !reasons.includes(remark) && remark.code !== saidBefore,
  );
  const stated =
    level === "not-rated"
      ? paragraph(words.notRated)
      : reasons.length === 0
        ? paragraph(words.highest(level))
        : list(
            words.because(level),
            reasons.map(({ text }) => text),
          );
  return [
    ...stated,
    ...list(
      words.cautions,
      cautions.map(({ text }) => text),
    ),
  ];
}

/** Cautions that change who or what is counted, or that say a number rests on very little data. */
const weightiest = new Set([
  "too-few-after-bcma",
  "follow-ups-apart",
  "out-of-order",
  "single-cohort",
  "no-events",
  "all-events",
  "combination",
  "exposure-differs",
  "products-differ",
  "intention-to-treat",
  "model-fallback",
]);

/** The same for generalists: only the most important cautions. */
export function plainCertainty(
  row: OutcomeComparison,
  { certainty: words }: BriefWords,
): (Paragraph | List)[] {
  const { level, reasons } = row.certainty;
  const sure =
    level === "not-rated"
      ? []
      : paragraph(
          words.plain(
            level,
            reasons.map(({ label }) => label),
          ),
        );
  const cautions = row.cautions.filter(({ code }) => weightiest.has(code));
  return [
    ...sure,
    ...list(
      words.plainCautions,
      cautions.map(({ text }) => text),
    ),
  ];
}
