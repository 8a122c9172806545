/** The sources of a text. Each has one number, given in the order of first use. */

import {
  type Cited,
  folded,
  type Line,
  type List,
  line,
  list,
  type Part,
} from "../document/document.ts";
import type { Citation } from "../statement/sources.ts";
import type { Catalogue, ReportWords } from "../words/catalogue.ts";

interface Reference {
  readonly number: number;
  readonly text: string;
  /** Link to the DOI or the PubMed record. */
  readonly href: string | null;
  /** What kind of source it is, where it is less than a paper, a regulator or a label; else empty. */
  readonly tier: string;
  /** The publications of the trials, if the source only quotes them. */
  readonly publications: readonly string[];
}

/** A source of which less may be known than of that of a figure. */
export type Cites = Pick<Citation, "text" | "href"> &
  Partial<Pick<Citation, "locator" | "publication">> & { readonly tier?: number | null };

export interface References {
  /**
   * Returns the number of a source, and assigns it at the first use. Empty if the source is not
   * known.
   *
   * @param part `whole`: without the place in it
   */
  cite(citation: Cites | null, part?: "whole"): readonly Cited[];
  /** Several at once, each source once and without places. */
  citeAll(citations: readonly (Cites | null)[]): readonly Cited[];
  /** All that were cited until now. */
  blocks(): readonly List[];
}

export function references(words: Catalogue): References {
  const known = new Map<string, Reference>();
  const self: References = {
    cite(citation, part) {
      if (citation === null) return [];
      const { text, href, tier = null, publication = null, locator = null } = citation;
      const key = href === null ? text : `${href}\n${tier ?? 1}`;
      const before = known.get(key) ?? {
        number: known.size + 1,
        text,
        href,
        tier: (tier !== null && words.detail.tier[tier]) || "",
        publications: [],
      };
      const isNew =
        publication !== null && publication !== href && !before.publications.includes(publication);
      const publications = isNew ? [...before.publications, publication] : before.publications;
      // Read in several places: that is said beside each number.
      const said = before.text === text ? text : withoutPart(before.text);
      known.set(key, { ...before, text: said, publications });
      return [{ number: before.number, locator: part === "whole" ? null : locator }];
    },
    citeAll(citations) {
      const all = citations.flatMap((one) => self.cite(one, "whole"));
      return all.filter(({ number }, at) => all.findIndex((one) => one.number === number) === at);
    },
    blocks: () =>
      list(
        null,
        [...known.values()].map((source) => lineOf(source, words.report.references)),
        "references",
      ),
  };
  return self;
}

/** The list, folded on a screen; after everything that cites. */
export function sourcesPart(sources: References, { report }: Catalogue): Part[] {
  const blocks = sources.blocks();
  const count = blocks.reduce((sum, { items }) => sum + items.length, 0);
  return folded("sources", report.references.count(count), blocks);
}

/** "Lancet. 2021;398:314–24 [abstract]" without what of it was read. */
function withoutPart(text: string): string {
  return text.replace(/ \[[^\]]*\]$/, "");
}

/** On paper the trial's own paper stands with the trial. */
const onScreen = { mark: "screen" } as const;

function lineOf(
  { text, href, tier, publications }: Reference,
  words: ReportWords["references"],
): Line {
  const own = publications.map((address, index) => [
    { text: index === 0 ? ` – ${words.publications(publications.length)}: ` : ", ", ...onScreen },
    { text: address, href: address, ...onScreen },
  ]);
  const record = href === null ? words.noRecord : { text: href, href };
  return line([`${text} – `, record, tier && ` – ${tier}`, ...own.flat()]);
}
