/**
 * The words of the first view. English is built in; another language is loaded before the first
 * render.
 */
import type { ScreenWords } from "../contract/screen.ts";
import { en } from "../english/screen.ts";
import { languages } from "../languages.ts";
import { inRegion, readTag } from "../tag.ts";

export { en as usualScreen };

/**
 * If a language has no catalogue, everything is English, so that words and number formats never
 * come from different languages.
 */
export function screenFor(tag: string): ScreenWords | Promise<ScreenWords> {
  const { language, region } = readTag(tag);
  const load = languages[language];
  return load
    ? load().then((module) => inRegion(module.language.screen, region))
    : inRegion(en, language === en.language ? region : undefined);
}
