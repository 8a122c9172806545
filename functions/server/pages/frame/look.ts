/**
 * How a page is to look, beside its question: `theme`, and the language its dates are written for.
 * Only what changes the bytes makes another page.
 */

import { type Theme, themes } from "#presentation/view/appearance.ts";
import type { AskedLook } from "#presentation/view/snippets.ts";
import { stringsFor } from "#presentation/words/catalogue.ts";
import { en, type Strings } from "#presentation/words/english/screen.ts";
import {
  type ClosedParameters,
  closedParameters,
  type Words,
} from "../../http/closed-parameters.ts";

/** What the page's own parameter may be. */
const words = { theme: themes } satisfies Words;

type Problems = NonNullable<ClosedParameters<typeof words>["problems"]>;

export interface Look {
  theme: Theme;
  /** Of the whole page, for its `lang`. */
  language: string;
  strings: Strings;
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
  const ofTheme = [...search].filter(([name]) => Object.hasOwn(words, name));
  const { values, problems } = closedParameters(new URLSearchParams(ofTheme), words);
  const tags = search.getAll("lang").map((tag) => tag.toLowerCase());
  const ignored = tags.every((tag) => /^en(?:-[a-z]{2})?$/.test(tag)) ? [] : ["lang"];
  if (problems) return { look: null, ignored, problems };
  const { theme = "auto" } = values;
  // In the United States the month stands first; every other English page is the same.
  const american = tags.length > 0 && tags.every((tag) => tag === "en-us");
  const language = american ? "en-US" : en.language;
  const asked = {
    ...(theme === "auto" ? {} : { theme }),
    ...(american ? { lang: language } : {}),
  };
  const key = Object.values(asked).join(";");
  const look = { theme, language, strings: stringsFor(language), asked, key };
  return { look, ignored, problems: null };
}

/** The address without what `lookOf` reads. */
export function withoutLook(url: string): string {
  const question = new URL(url);
  const { searchParams } = question;
  if (!lookNames.some((name) => searchParams.has(name))) return url;
  for (const name of lookNames) searchParams.delete(name);
  return question.href;
}

const lookNames = [...Object.keys(words), "lang"];
