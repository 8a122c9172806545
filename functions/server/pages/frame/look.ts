/**
 * Parameters for the look of a page, in addition to its question: `theme`, and the language tag of
 * its dates; and whether the page around may hand a patient over. Values that do not change the
 * bytes share one cache key.
 */
import { type Theme, themes } from "#presentation/embed/appearance.ts";
import type { AskedLook } from "#presentation/embed/snippets.ts";
import { type Catalogue, catalogue, catalogueFor } from "#presentation/words/catalogue.ts";
import { readTag } from "#presentation/words/tag.ts";
import { linkDateName } from "../../answers/link-date.ts";
import {
  type ClosedParameters,
  closedParameters,
  type Words,
} from "../../http/closed-parameters.ts";

/** The allowed values of the page's own parameters. */
const own = { theme: themes, "hand-over": ["patient"] } satisfies Words;

type Problems = NonNullable<ClosedParameters<typeof own>["problems"]>;

export interface Look {
  theme: Theme;
  /** The tag of the whole page, for its `lang` attribute. */
  language: string;
  words: Catalogue;
  /** Only the values that differ from the defaults. */
  asked: AskedLook;
  /** Whether the page around may hand a patient over. No link keeps it. */
  takesPatient: boolean;
  /** Part of the cache key. Equal for pages with equal bytes; empty for the default look. */
  key: string;
}

type ReadLook =
  | { look: Look; ignored: readonly string[]; problems: null }
  | { look: null; ignored: readonly string[]; problems: Problems };

/**
 * An unknown theme is refused. An unknown language is only reported as ignored, because content
 * management systems add their own to every URL. The page is in English then.
 */
export function lookOf(search: URLSearchParams): ReadLook {
  const ofTheme = [...search].filter(([name]) => Object.hasOwn(own, name));
  const { values, problems } = closedParameters(new URLSearchParams(ofTheme), own);
  const tags = search.getAll("lang").map((tag) => tag.toLowerCase());
  const ignored = tags.every(isKnown) ? [] : ["lang"];
  if (problems) return { look: null, ignored, problems };
  const { theme = "auto", "hand-over": handedOver } = values;
  const language = languageOf(tags);
  const asked = {
    ...(theme === "auto" ? {} : { theme }),
    ...(language === ownLanguage ? {} : { lang: language }),
  };
  const key = Object.values(asked).join(";");
  const look = {
    theme,
    language,
    words: catalogueFor(language),
    asked,
    key,
    takesPatient: handedOver !== undefined,
  };
  return { look, ignored, problems: null };
}

const { language: ownLanguage } = catalogue.screen;

/** Accepts the language with or without a region: `en`, `en-us`. */
function isKnown(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z]{2})?$/.test(tag) && readTag(tag).language === ownLanguage;
}

/**
 * In the United States the month comes first. All other pages are equal, whatever the region, also
 * if several different tags are given.
 */
function languageOf(tags: readonly string[]): string {
  return tags.length > 0 && tags.every((tag) => tag === "en-us") ? "en-US" : ownLanguage;
}

/** The URL without the parameters for the look, and without the date that its link was made with. */
export function withoutLook(url: string): string {
  const question = new URL(url);
  const { searchParams } = question;
  if (!lookNames.some((name) => searchParams.has(name))) return url;
  for (const name of lookNames) searchParams.delete(name);
  return question.href;
}

const lookNames = [...Object.keys(own), "lang", linkDateName];
