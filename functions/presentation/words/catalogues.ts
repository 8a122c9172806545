/** All languages with their full catalogues, for the server, which loads them at start. */
import type { Catalogue } from "./contract/catalogue.ts";
import { catalogue as english } from "./english/catalogue.ts";
import { type Language, languages } from "./languages.ts";
import { inRegion, readTag } from "./tag.ts";

export { english };

const others = await Promise.all(
  Object.entries(languages).map(
    async ([tag, load]) => [tag, await whole((await load()).language)] as const,
  ),
);

const catalogues: Readonly<Record<string, Catalogue>> = {
  [english.screen.language]: english,
  ...Object.fromEntries(others),
};

/** The tags of the languages, English first. */
export const languageTags: readonly string[] = Object.keys(catalogues);

/**
 * The catalogue of a language, with dates in the format of the region: `en-US` writes "Nov 20,
 * 2026". If a language has no catalogue, everything is English, so that words and number formats
 * never come from different languages.
 */
export function catalogueFor(tag: string): Catalogue {
  const { language, region } = readTag(tag);
  const catalogue = catalogues[language];
  if (!catalogue) return english;
  return region === undefined
    ? catalogue
    : { ...catalogue, screen: inRegion(catalogue.screen, region) };
}

async function whole(parts: Language): Promise<Catalogue> {
  return {
    screen: (await parts.screen()).words,
    codes: (await parts.codes()).words,
    analyses: (await parts.analyses()).words,
    detail: (await parts.detail()).words,
    sheets: (await parts.sheets()).words,
    patient: (await parts.patient()).words,
    survival: (await parts.survival()).words,
    unreported: (await parts.unreported()).words,
    kept: (await parts.kept()).words,
    table: (await parts.table()).words,
    figure: (await parts.figure()).words,
    record: (await parts.record()).words,
    report: (await parts.report()).words,
    pages: (await parts.pages()).words,
    glossary: (await parts.glossary()).words,
    relaxed: (await parts.relaxed()).words,
    parameterTexts: (await parts.parameterTexts()).words,
  };
}
