/**
 * Words that views read while they are drawn. English is built in; another language is loaded before
 * it is shown.
 */
import type { Catalogue, Part } from "../contract/catalogue.ts";
import { enKept } from "../english/kept.ts";
import { relaxed as enRelaxed } from "../english/relaxed.ts";
import { enSurvival } from "../english/survival.ts";
import { enUnreported } from "../english/unreported.ts";
import { partWords } from "../languages.ts";

export const kept = held("kept", enKept);
export const relaxed = held("relaxed", enRelaxed);
export const survival = held("survival", enSurvival);
export const unreported = held("unreported", enUnreported);

function held<Name extends Part>(name: Name, english: Catalogue[Name]) {
  const wordsIn = partWords(name, english);
  const loaded = new Map<string, Catalogue[Name]>();
  return {
    load: async (language: string) => void loaded.set(language, await wordsIn(language)),
    /** English, until the language is loaded. */
    in: (language: string) => loaded.get(language) ?? english,
  };
}
