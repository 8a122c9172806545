/** Language tags: `de-AT` is German with the dates of Austria. */
import type { ScreenWords } from "./contract/screen.ts";
import { dateIn } from "./numbers.ts";

/** English is what is served to whoever names no language that we have. */
export const usualLanguage = "en";

/** Only these: extensions such as `-u-nu-arab` would bring other digits. */
const languageAndRegion = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/;

export function readTag(tag: string): { language: string; region: string | undefined } {
  const [, language = "", region] = languageAndRegion.exec(tag.toLowerCase()) ?? [];
  return { language, region };
}

const made = new Map<string, ScreenWords>();

/** The same object for the same tag, because a new one is drawn anew. */
export function inRegion(screen: ScreenWords, region: string | undefined): ScreenWords {
  if (region === undefined) return screen;
  const locale = `${screen.language}-${region}`;
  const regional = made.get(locale) ?? { ...screen, date: dateIn(locale) };
  made.set(locale, regional);
  return regional;
}
