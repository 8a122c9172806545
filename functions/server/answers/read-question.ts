/** From the text of a URL to a question and its canonical form. */

import { dataset } from "#core/dataset.ts";
import type { ParseOptions } from "#core/question/parse-query.ts";
import { type Question, questionOf } from "#core/question/read-question.ts";

export function readQuestion(url: string, options: ParseOptions = {}): Question {
  return questionOf(new URL(url).searchParams, dataset, options);
}
