/** Evidence shown next to a comparison and never pooled; loaded on demand. */
import type { Evidence } from "../evidence.ts";
import type { ComparisonStudy, Published, ReportSourceEntry, SubgroupStudy } from "../schema.ts";
import { addressOf } from "../source-address.ts";
import { type CitationText, cited } from "./cite.ts";

export interface Collections {
  subgroups: SubgroupStudy[];
  comparisons: ComparisonStudy[];
  published: Published[];
}

export function collectionsOf(
  { subgroups, comparisons, published }: Evidence,
  textOf: CitationText,
): Collections {
  const withTexts = (sources: readonly ReportSourceEntry[]) =>
    sources
      .map((source) => cited(source, textOf))
      .map((read) => ({ ...read, href: addressOf(read) }));
  return {
    subgroups: subgroups.map((study) => ({ ...study, sources: withTexts(study.sources) })),
    comparisons: comparisons.map((study) => ({ ...study, sources: withTexts(study.sources) })),
    published: published.map(({ id, ...entry }) => ({ id, ...cited(entry, textOf) })),
  };
}
