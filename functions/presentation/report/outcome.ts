/** One outcome in words: both classes, their difference, how sure it is, and what was published. */
import type { Comparison, OutcomeComparison, Remark } from "#core/comparison/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { remarksOf } from "../statement/notes.ts";
import { hasNumber } from "../statement/reported.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { publishedSentence } from "../words/published-in-words.ts";
import { ratioSentences } from "./difference.ts";
import { type Block, list, paragraph } from "./document.ts";
import type { References } from "./references.ts";
import { collectedParagraph, poolParagraph } from "./sides.ts";

export function titleOf({ label, detail }: OutcomeComparison): string {
  return detail === null ? label : `${label} (${detail})`;
}

export function resultBlocks(
  row: OutcomeComparison,
  comparison: Comparison,
  references: References,
  words: Catalogue,
): Block[] {
  return [
    ...therapyClasses.flatMap((group) => poolParagraph(group, row, comparison, words)),
    ...collectedParagraph(row, references),
    ...paragraph(...ratioSentences(row, comparison, words)),
    ...(hasNumber(row) ? list(words.report.cautions, cautionsOf(row)) : []),
    ...paragraph(publishedSentence(row, publishedWords(words))),
  ];
}

function publishedWords({ detail, screen }: Catalogue) {
  return { published: detail.published, numbers: screen.numbers };
}

/** Already said: the sentence in place of the missing number says why a class has none. */
const saidBefore = "one-class";

/** All but the reasons for its certainty, which stand together for all outcomes. */
function cautionsOf(row: OutcomeComparison): string[] {
  return textsOf(
    remarksOf(row).filter(
      (remark) => !row.certainty.reasons.includes(remark) && remark.code !== saidBefore,
    ),
  );
}

/** Cautions that change who or what is counted, or that say a number rests on very little data. */
export const weightiest = new Set([
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

function textsOf(remarks: readonly Remark[]): string[] {
  return remarks.map(({ text }) => text);
}
