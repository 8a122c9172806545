/** How the numbers are made: what was looked for, the rules and the model, and every other limit. */

import { type Block, list, looking, paragraph, unfoldedOnPaper } from "../document/document.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { limitsOf } from "./answer.ts";
import type { ReportParts } from "./report-parts.ts";

export function methodBlocks(
  { answer, extent }: Pick<ReportParts, "answer" | "extent">,
  words: Catalogue,
): Block[] {
  const { published, lookedFor, found, rules, model } = answer.question;
  const { others, fitted } = limitsOf(answer, words);
  return unfoldedOnPaper("method-each", words.report.question.each, [
    ...paragraph(published, lookedFor, found),
    ...paragraph(words.report.question.plain, ...rules, fitted),
    ...paragraph(...(extent === "whole" ? model : [])),
    ...list(null, others),
    ...looking("review", answer.review),
  ]);
}
