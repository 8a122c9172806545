/** The opening of a report: the question and the methods. */

import type { Query } from "#core/question/query.ts";
import type { ApiComparison } from "#presentation/words/api-answer.ts";
import { publishedQuestion } from "../statement/evidence-asked.ts";
import { studyWordOf } from "../statement/headline-outcome.ts";
import { filterWords, rules } from "../statement/question.ts";
import type { Catalogue, ReportWords } from "../words/catalogue.ts";
import { type Block, folded, paragraph } from "./document.ts";
import type { Extent } from "./report-parts.ts";

export function questionBlocks(
  comparison: ApiComparison,
  extent: Extent,
  catalogue: Catalogue,
): Block[] {
  const { query, selection } = comparison;
  const words = catalogue.report.question;
  return [
    ...paragraph(
      words.opening,
      publishedQuestion(comparison, words),
      words.lookedFor(filterWords(query, catalogue)),
      words.found(selection.cohorts, studyWordOf(query)),
    ),
    ...(extent === "whole"
      ? [
          ...paragraph(...rules(query, words)),
          ...folded("model", words.made, paragraph(...modelSentences(query, words))),
        ]
      : paragraph(...words.plain, ...rules(query, words))),
  ];
}

function modelSentences({ model, interval }: Query, words: ReportWords["question"]): string[] {
  const said = words.models[model];
  return model === "bayes" ? [...said] : [...said, words.intervals(interval)];
}
