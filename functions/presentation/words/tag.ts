/** Reads language tags: `de-AT` is German with Austrian dates. */
import type { DrawnWords } from "./contract/screen.ts";
import { dateIn } from "./numbers.ts";

/** English is used if the requested language has no catalogue, or none is requested. */
export const usualLanguage = "en";

/** Only language and region are read. Extensions such as `-u-nu-arab` would change the digits. */
const languageAndRegion = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/;

export function readTag(tag: string): { language: string; region: string | undefined } {
  const [, language = "", region] = languageAndRegion.exec(tag.toLowerCase()) ?? [];
  return { language, region };
}

/** The words with the dates of a region. */
export function inRegion<Words extends DrawnWords>(words: Words, region: string): Words {
  return { ...words, date: dateIn(`${words.language}-${region}`) };
}
