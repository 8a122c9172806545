/** The form of an answer. Together with the question it determines the response bytes. */
import { usualLanguage } from "#presentation/words/tag.ts";

export interface Form {
  mediaType: "json" | "csv" | "text" | "html" | "svg" | "oembed" | `html;${string}`;
  /** Language tag of the words in the answer. */
  language?: string;
  /**
   * The earlier version of the data that a link was made with, where the answer says what changed
   * since. It is never computed with.
   */
  asOf?: string | null;
}

/** For ETags and cache keys. What is usual is left out: English, and the present data. */
export function formText({ mediaType, language = usualLanguage, asOf = null }: Form): string {
  const inLanguage = language === usualLanguage ? "" : `;${language}`;
  return `${mediaType}${inLanguage}${asOf === null ? "" : `;as-of=${asOf}`}`;
}

/** Empty for English, the language of answers without this header. */
export function languageHeader({ language = usualLanguage }: Form): Record<string, string> {
  return language === usualLanguage ? {} : { "content-language": language };
}
