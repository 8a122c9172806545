/**
 * The words that are drawn at first. English is built in; another language is loaded before the
 * first render.
 */
import type { DrawnWords } from "../contract/screen.ts";
import { drawn } from "../english/drawn.ts";
import { languages } from "../languages.ts";
import { inRegion, readTag } from "../tag.ts";

export { drawn as usualDrawn };

const made = new Map<string, DrawnWords>();

/** The same object for the same tag, because a new object would cause a new render. */
function regional(words: DrawnWords, region: string | undefined): DrawnWords {
  if (region === undefined) return words;
  const locale = `${words.language}-${region}`;
  const known = made.get(locale) ?? inRegion(words, region);
  made.set(locale, known);
  return known;
}

/**
 * If a language has no catalogue, everything is English, so that words and number formats never
 * come from different languages.
 */
export function drawnFor(tag: string): DrawnWords | Promise<DrawnWords> {
  const { language, region } = readTag(tag);
  const load = languages[language];
  return load
    ? load().then((module) => regional(module.language.drawn, region))
    : regional(drawn, language === drawn.language ? region : undefined);
}
