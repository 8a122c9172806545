/**
 * The words of the line with the outcomes that have no number. English is built in; another language
 * is loaded before it is shown.
 */
import type { UnreportedWords } from "../contract/unreported.ts";
import { enUnreported } from "../english/unreported.ts";
import { partWords } from "../languages.ts";

const unreportedWords = partWords("unreported", enUnreported);
const loaded = new Map<string, UnreportedWords>();

export async function loadUnreported(language: string): Promise<void> {
  loaded.set(language, await unreportedWords(language));
}

/** English, until the language is loaded. */
export function unreportedIn(language: string): UnreportedWords {
  return loaded.get(language) ?? enUnreported;
}
