/** An answer as text to copy: in a few lines for a note, and as a table. */
import { type Copy, linkPlaceholder } from "../words/copied.ts";
import { type Copied, comparisonTable } from "./comparison-table.ts";
import { copiedSummary } from "./copy-summary.ts";

export interface CopiedForms {
  readonly answerVersion: string;
  readonly summary: Copy;
  readonly table: Copy;
}

export function copiedForms(answer: Copied): CopiedForms {
  return {
    answerVersion: answer.view.answerVersion,
    summary: copiedSummary(answer, { permalink: linkPlaceholder }),
    table: comparisonTable(answer, linkPlaceholder),
  };
}
