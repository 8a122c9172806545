/** The sources of a brief: numbered as they are first used, each once. */

import type { Citation } from "#core/comparison/answer.ts";
import type { ReferenceWords } from "../words/contract/brief.ts";
import type { Catalogue } from "../words/contract/catalogue.ts";
import type { Cited, Reference } from "./parts.ts";

/** How far a source was reviewed, in words. */
export function tierWords(
  tier: number,
  { brief, detail }: Pick<Catalogue, "brief" | "detail">,
): string {
  return detail.tier[tier] ?? brief.references.usualTier;
}

export interface References {
  /**
   * The number of a source, given at its first use; nothing for a figure whose source is not known.
   *
   * @param ownIndex Which of the cohort's sources it is, where a locator may speak of the others.
   */
  cite(citation: Citation | null, ownIndex?: number): readonly Cited[];
  all(): readonly Reference[];
}

export function references(words: Catalogue): References {
  const known = new Map<string, Reference>();
  return {
    cite(citation, ownIndex) {
      if (citation === null) return [];
      const { text, href, tier, publication, locator } = citation;
      const key = `${text}\n${href ?? ""}`;
      const before = known.get(key) ?? {
        number: known.size + 1,
        text,
        href,
        tier: tierWords(tier, words),
        publications: [],
      };
      const isNew =
        publication !== null && publication !== href && !before.publications.includes(publication);
      const publications = isNew ? [...before.publications, publication] : before.publications;
      known.set(key, { ...before, publications });
      return [
        {
          number: before.number,
          locator: locator && readable(locator, ownIndex, words.brief.references),
        },
      ];
    },
    all: () => [...known.values()],
  };
}

/** Locators count the sources of their cohort; here those numbers would name other references. */
function readable(
  locator: string,
  ownIndex: number | undefined,
  { thisSource, otherSource }: ReferenceWords,
): string {
  return locator.replace(/\bsource (\d+)\b/g, (_, index: string) =>
    Number(index) === ownIndex ? thisSource : otherSource,
  );
}

/** Several figures may rest on one source: each number once, in order, without the places. */
export function numbersOnly(cited: readonly Cited[]): readonly Cited[] {
  return [...new Set(cited.map(({ number }) => number))]
    .sort((a, b) => a - b)
    .map((number) => ({ number, locator: null }));
}
