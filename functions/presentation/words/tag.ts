/** Reads language tags: `de-AT` is German with Austrian dates. */
import type { ScreenWords } from "./contract/screen.ts";
import { dateIn } from "./numbers.ts";

/** English is used if the requested language has no catalogue, or none is requested. */
export const usualLanguage = "en";

/** Only language and region are read. Extensions such as `-u-nu-arab` would change the digits. */
const languageAndRegion = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/;

export function readTag(tag: string): { language: string; region: string | undefined } {
  const [, language = "", region] = languageAndRegion.exec(tag.toLowerCase()) ?? [];
  return { language, region };
}

const made = new Map<string, ScreenWords>();

/** Returns the same object for the same tag, because a new object would cause a new render. */
export function inRegion(screen: ScreenWords, region: string | undefined): ScreenWords {
  if (region === undefined) return screen;
  const locale = `${screen.language}-${region}`;
  const regional = made.get(locale) ?? { ...screen, date: dateIn(locale) };
  made.set(locale, regional);
  return regional;
}
