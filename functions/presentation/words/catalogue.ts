/** From a language tag to the words and dates for it. */

import { en, type Strings } from "./english/screen.ts";
import { dateIn } from "./numbers.ts";

const catalogues: Readonly<Record<string, Strings>> = { [en.language]: en };

const made = new Map<string, Strings>();

/**
 * The catalogue of a language with the dates of its region: `en-US` writes "Nov 20, 2026". A language
 * without a catalogue gets English as a whole: never words of one language and digits of another.
 */
export function stringsFor(tag: string): Strings {
  const [, language = "", region] = languageAndRegion.exec(tag.toLowerCase()) ?? [];
  const catalogue = catalogues[language];
  if (!catalogue || region === undefined) return catalogue ?? en;
  // The same object for the same tag, because a new one is drawn anew.
  const locale = `${language}-${region}`;
  const strings = made.get(locale) ?? { ...catalogue, date: dateIn(locale) };
  made.set(locale, strings);
  return strings;
}

/** Only these: extensions such as `-u-nu-arab` would bring other digits. */
const languageAndRegion = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/;
