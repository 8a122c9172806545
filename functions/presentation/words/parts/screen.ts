/** The words of the first view: English is in it, another language is loaded before it is drawn. */
import type { ScreenWords } from "../contract/screen.ts";
import { en } from "../english/screen.ts";
import { languages } from "../languages.ts";
import { inRegion, readTag } from "../tag.ts";

export { en as usualScreen };

/** English as a whole for a language without a catalogue: never words of one and digits of another. */
export function screenFor(tag: string): ScreenWords | Promise<ScreenWords> {
  const { language, region } = readTag(tag);
  const load = languages[language];
  return load
    ? load().then((module) => inRegion(module.language.screen, region))
    : inRegion(en, language === en.language ? region : undefined);
}
