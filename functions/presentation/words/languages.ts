/**
 * Every language beside English, which is built in: one line each. The folder of a language answers with
 * the words of the first view and the ways to all others, so that no reader downloads another language.
 */
import type { Catalogue, Part } from "./contract/catalogue.ts";

type Parts = {
  readonly [Name in Part]: () => Promise<{ readonly words: Catalogue[Name] }>;
};

/** What the `index.ts` of a language exports. */
export type Language = Pick<Catalogue, "screen"> & Parts;

/** By tag: `de: () => import(…)` of the `index.ts` in the folder of German. */
export const languages: Readonly<Record<string, () => Promise<{ readonly language: Language }>>> =
  {};

/** The words of one part in a language. English travels with who asks. */
export function partWords<Name extends Part>(name: Name, english: Catalogue[Name]) {
  return async (tag: string): Promise<Catalogue[Name]> => {
    const load = languages[tag];
    if (!load) return english;
    const parts: Parts = (await load()).language;
    return (await parts[name]()).words;
  };
}
