/** The form of an answer: with the question, all that decides its bytes. */
import { usualLanguage } from "#presentation/words/tag.ts";

export interface Form {
  mediaType: "json" | "csv" | "text" | "html" | "svg" | "oembed" | `html;${string}`;
  /** The tag of the words in it. */
  language?: string;
}

/** Of validators and keys. English is the usual language and is not named. */
export function formText({ mediaType, language = usualLanguage }: Form): string {
  return language === usualLanguage ? mediaType : `${mediaType};${language}`;
}

/** Nothing for English, which is what answers without this header are in. */
export function languageHeader({ language = usualLanguage }: Form): Record<string, string> {
  return language === usualLanguage ? {} : { "content-language": language };
}
