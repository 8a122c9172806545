/**
 * The words of survival as a grid. English is built in; another language is loaded before it is
 * shown.
 */
import type { SurvivalWords } from "../contract/survival.ts";
import { enSurvival } from "../english/survival.ts";
import { partWords } from "../languages.ts";

const survivalWords = partWords("survival", enSurvival);
const loaded = new Map<string, SurvivalWords>();

export async function loadSurvival(language: string): Promise<void> {
  loaded.set(language, await survivalWords(language));
}

/** English, until the language is loaded. */
export function survivalIn(language: string): SurvivalWords {
  return loaded.get(language) ?? enSurvival;
}
