/** What an attribute may be, as a type: its words, or any text where no list holds them all. */
import type { ParameterName } from "#core/question/parameter-names.ts";
import { questionParameter } from "../question-parameters.ts";

export function attributeType(name: ParameterName): string {
  const { enum: words } = questionParameter(name).schema;
  return words ? quotedWords(words.map(String)) : "string";
}

export function quotedWords(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" | ");
}
