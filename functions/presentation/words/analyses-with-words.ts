/** Adds the words of a language to the analyses that only the server makes. */
import type { MetaRegression } from "#core/answer/answer.ts";
import type { ApiMetaRegression } from "./api-answer.ts";
import type { AnalysisWords } from "./catalogue.ts";
import { sayReason } from "./codes.ts";

export function regressionWithWords(
  { status, remarks, ...numbers }: MetaRegression,
  words: AnalysisWords,
): ApiMetaRegression {
  const said = remarks.map((remark) => sayReason(remark, words.regressionRemarks));
  return { status, remark: said.join(" ") || null, ...numbers };
}
