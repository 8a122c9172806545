/**
 * Every language other than English, which is built in: one line each. The folder of a language
 * exports the words that are drawn at first and functions that load all parts, so that readers
 * never download a language that they do not use.
 */
import type { Catalogue, Part } from "./contract/catalogue.ts";
import type { DrawnWords } from "./contract/screen.ts";

type Parts = {
  readonly [Name in Part]: () => Promise<{ readonly words: Catalogue[Name] }>;
};

/** The exports of the `index.ts` of a language. */
export type Language = { readonly drawn: DrawnWords } & Parts;

/** By tag. For example, `de: () => import(…)` of the `index.ts` in the folder for German. */
export const languages: Readonly<Record<string, () => Promise<{ readonly language: Language }>>> =
  {};

/**
 * Returns a function that loads one part of the words in a language. English is built into the
 * caller's bundle; it may be a part of the part, of which other languages load the whole.
 */
export function partWords<Name extends Part, English = Catalogue[Name]>(
  name: Name,
  english: English,
) {
  return async (tag: string): Promise<English | Catalogue[Name]> => {
    const load = languages[tag];
    if (!load) return english;
    const parts: Parts = (await load()).language;
    return (await parts[name]()).words;
  };
}
