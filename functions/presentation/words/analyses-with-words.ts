/** Adds the words of a language to the analyses that only the server makes. */
import type {
  CodedMetaRegression,
  MetaRegression,
} from "#core/comparison/meta-regression-schema.ts";
import type { AnalysisWords } from "./catalogue.ts";
import { sayReason } from "./codes.ts";

export function regressionWithWords(
  { status, remarks, ...numbers }: CodedMetaRegression,
  words: AnalysisWords,
): MetaRegression {
  const said = remarks.map((remark) => sayReason(remark, words.regressionRemarks));
  return { status, remark: said.join(" ") || null, ...numbers };
}
