/** Language tags: `en-US` is English with American dates. */
import type { DrawnWords } from "./catalogue.ts";
import { dateIn } from "./dates.ts";

/** Only language and region are read. Extensions such as `-u-nu-arab` would change the digits. */
const languageAndRegion = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/;

export function readTag(tag: string): { language: string; region: string | undefined } {
  const [, language = "", region] = languageAndRegion.exec(tag.toLowerCase()) ?? [];
  return { language, region };
}

/** Words and formats never come from different languages. */
export function withDatesOf<Words extends DrawnWords>(tag: string, words: Words): Words {
  const { language, region } = readTag(tag);
  return region === undefined || language !== words.language
    ? words
    : { ...words, date: dateIn(`${words.language}-${region}`) };
}
