/**
 * How a page is to look, beside its question: `theme`, and the language its dates are written for.
 * Only what changes the bytes makes another page.
 */

import { type Theme, themes } from "#presentation/view/appearance.ts";
import type { AskedLook } from "#presentation/view/snippets.ts";
import { catalogueFor, languageTags } from "#presentation/words/catalogues.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import { readTag, usualLanguage } from "#presentation/words/tag.ts";
import {
  type ClosedParameters,
  closedParameters,
  type Words,
} from "../../http/closed-parameters.ts";

/** What the page's own parameter may be. */
const own = { theme: themes } satisfies Words;

type Problems = NonNullable<ClosedParameters<typeof own>["problems"]>;

export interface Look {
  theme: Theme;
  /** Of the whole page, for its `lang`. */
  language: string;
  words: Catalogue;
  /** Only what is not the usual. */
  asked: AskedLook;
  /** The same for the same bytes; empty for the usual page. */
  key: string;
}

type ReadLook =
  | { look: Look; ignored: readonly string[]; problems: null }
  | { look: null; ignored: readonly string[]; problems: Problems };

/**
 * A theme that does not exist is refused. A language that we do not have is named as ignored, because
 * content systems add theirs to every address, and the page is in English.
 */
export function lookOf(search: URLSearchParams): ReadLook {
  const ofTheme = [...search].filter(([name]) => Object.hasOwn(own, name));
  const { values, problems } = closedParameters(new URLSearchParams(ofTheme), own);
  const tags = search.getAll("lang").map((tag) => tag.toLowerCase());
  const ignored = tags.every(isKnown) ? [] : ["lang"];
  if (problems) return { look: null, ignored, problems };
  const { theme = "auto" } = values;
  const language = languageOf(tags);
  const asked = {
    ...(theme === "auto" ? {} : { theme }),
    ...(language === usualLanguage ? {} : { lang: language }),
  };
  const key = Object.values(asked).join(";");
  const look = { theme, language, words: catalogueFor(language), asked, key };
  return { look, ignored, problems: null };
}

/** `en`, `en-us`: with a region or without. */
function isKnown(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z]{2})?$/.test(tag) && languageTags.includes(readTag(tag).language);
}

/** Of several languages none is meant. */
function languageOf([tag, ...others]: readonly string[]): string {
  if (tag === undefined || !isKnown(tag) || others.some((other) => other !== tag)) {
    return usualLanguage;
  }
  // In the United States the month stands first; every other page of a language is the same.
  return tag === "en-us" ? "en-US" : readTag(tag).language;
}

/** The address without what `lookOf` reads. */
export function withoutLook(url: string): string {
  const question = new URL(url);
  const { searchParams } = question;
  if (!lookNames.some((name) => searchParams.has(name))) return url;
  for (const name of lookNames) searchParams.delete(name);
  return question.href;
}

const lookNames = [...Object.keys(own), "lang"];
