/** Turns a URL, or its parameters, into a question and its canonical form. */

import { dataset } from "#core/dataset.ts";
import type { ParseOptions } from "#core/question/parse-query.ts";
import { type Question, questionOf } from "#core/question/read-question.ts";

export function readQuestion(
  asked: string | readonly [string, string][],
  options: ParseOptions = {},
): Question {
  const pairs = typeof asked === "string" ? new URL(asked).searchParams : asked;
  return questionOf(pairs, dataset, options);
}
