/** The type of an attribute: a union of its words, or any string if they are not a closed list. */
import type { ParameterName } from "#core/question/parameter-names.ts";
import { questionParameter } from "../question-parameters.ts";

export function attributeType(name: ParameterName): string {
  const { enum: words } = questionParameter(name).schema;
  return words ? quotedWords(words.map(String)) : "string";
}

export function quotedWords(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" | ");
}
