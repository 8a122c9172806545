/**
 * The names of the relaxations of filters. English is built in; another language is loaded before
 * it is shown.
 */
import type { RelaxedWords } from "../contract/parameters.ts";
import { relaxed as english } from "../english/relaxed.ts";
import { partWords } from "../languages.ts";

const relaxedWords = partWords("relaxed", english);
const loaded = new Map<string, RelaxedWords>();

export async function loadRelaxed(language: string): Promise<void> {
  loaded.set(language, await relaxedWords(language));
}

/** English, until the language is loaded. */
export function relaxedIn(language: string): RelaxedWords {
  return loaded.get(language) ?? english;
}
