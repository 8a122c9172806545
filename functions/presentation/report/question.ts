/** The opening of a report: the question and the methods. */
import type { QuestionText } from "../statement/question.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { type Block, folded, paragraph } from "./document.ts";
import type { Extent } from "./report-parts.ts";

export function questionBlocks(
  { published, lookedFor, found, rules, model }: QuestionText,
  extent: Extent,
  { report: { question: words } }: Catalogue,
): Block[] {
  return [
    ...paragraph(words.opening, published, lookedFor, found),
    ...(extent === "whole"
      ? [...paragraph(...rules), ...folded("model", words.made, paragraph(...model))]
      : paragraph(...words.plain, ...rules)),
  ];
}
