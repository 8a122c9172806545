/** The opening of a report: the question and the methods. */
import type { Comparison } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import { filterWords, publishedQuestion, rules } from "../statement/question.ts";
import type { Catalogue, ReportWords } from "../words/catalogue.ts";
import { type Depth, type Paragraph, paragraph } from "./document.ts";

export function questionBlocks(
  comparison: Comparison,
  depth: Depth,
  catalogue: Catalogue,
): Paragraph[] {
  const { query, selection } = comparison;
  const words = catalogue.report.question;
  return [
    ...paragraph(
      words.opening,
      publishedQuestion(comparison, words),
      words.lookedFor(filterWords(query, catalogue)),
      words.found(selection.cohorts),
    ),
    ...(depth === "specialist"
      ? paragraph(...modelSentences(query, words), ...rules(query, words))
      : paragraph(...words.plain, ...rules(query, words))),
  ];
}

function modelSentences({ model, interval, tau }: Query, words: ReportWords["question"]): string[] {
  if (model === "bayes") return [...words.models.bayes];
  return [
    ...words.models[model],
    ...(tau === "common" ? [words.commonSpread] : []),
    words.intervals(interval),
  ];
}
