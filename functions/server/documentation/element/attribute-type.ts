/**
 * The type of an attribute: a union of its words; where the data may add words, those of today and
 * any other string; else any string.
 */
import type { ParameterName } from "#core/question/parameter-names.ts";
import { kebabCase } from "#data/schema/common.ts";
import { questionParameter } from "../question-parameters.ts";

export function attributeType(name: ParameterName): string {
  const { enum: words, pattern, examples = [] } = questionParameter(name).schema;
  if (words) return quotedWords(words.map(String));
  // Not only `string`, so that editors still complete the words.
  const isWord = pattern === kebabCase.source;
  return isWord ? `${quotedWords(examples.map(String))} | (string & {})` : "string";
}

export function quotedWords(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" | ");
}
