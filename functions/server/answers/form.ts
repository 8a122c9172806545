/** The form of an answer. Together with the question it determines the response bytes. */
import { usualLanguage } from "#presentation/words/tag.ts";

export interface Form {
  mediaType: "json" | "csv" | "text" | "html" | "svg" | "oembed" | `html;${string}`;
  /** Language tag of the words in the answer. */
  language?: string;
}

/** For ETags and cache keys. English is the default and is left out. */
export function formText({ mediaType, language = usualLanguage }: Form): string {
  return language === usualLanguage ? mediaType : `${mediaType};${language}`;
}

/** Empty for English, the language of answers without this header. */
export function languageHeader({ language = usualLanguage }: Form): Record<string, string> {
  return language === usualLanguage ? {} : { "content-language": language };
}
