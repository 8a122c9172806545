/** How sure a result is, and what to keep in mind with it; each reason said once. */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { remarksOf } from "../view/remarks.ts";
import type { BriefWords } from "../words/contract/brief.ts";
import { type List, list, type Paragraph, paragraph } from "./parts.ts";

/** That a class is missing, and why, is said in place of its number. */
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

/** The same for a reader who needs the weightiest only. */
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
