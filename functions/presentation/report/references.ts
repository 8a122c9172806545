/** The sources of a text. Each has one number, given in the order of first use. */
import type { Citation } from "../statement/sources.ts";
import type { Catalogue, ReportWords } from "../words/catalogue.ts";
import { type Cited, type Line, type List, line, list } from "./document.ts";

interface Reference {
  readonly number: number;
  readonly text: string;
  /** Link to the DOI or the PubMed record. */
  readonly href: string | null;
  /** What kind of source it is. */
  readonly tier: string;
  /** The publications of the trials, if the source only quotes them. */
  readonly publications: readonly string[];
}

/** How well a source was reviewed, in words. */
export function tierWords(
  tier: number,
  { report, detail }: Pick<Catalogue, "report" | "detail">,
): string {
  return detail.tier[tier] ?? report.references.usualTier;
}

export interface References {
  /**
   * Returns the number of a source, and assigns it at the first use. Empty if the source is not
   * known.
   */
  cite(citation: Citation | null): readonly Cited[];
  /** All that were cited until now. */
  blocks(): readonly List[];
}

export function references(words: Catalogue): References {
  const known = new Map<string, Reference>();
  return {
    cite(citation) {
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
      return [{ number: before.number, locator }];
    },
    blocks: () =>
      list(
        null,
        [...known.values()].map((source) => lineOf(source, words.report.references)),
        "references",
      ),
  };
}

function lineOf(
  { text, href, tier, publications }: Reference,
  words: ReportWords["references"],
): Line {
  const own = publications.map((address, index) => [
    index === 0 ? ` – ${words.publications(publications.length)}: ` : ", ",
    { text: address, href: address },
  ]);
  const record = href === null ? words.noRecord : { text: href, href };
  return line([`${text} – `, record, ` – ${tier}`, ...own.flat()]);
}
