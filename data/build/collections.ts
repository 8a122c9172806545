/** Evidence shown next to a comparison and never pooled; loaded on demand. */
import type { Evidence } from "../evidence.ts";
import type { Cited, Citing, ComparisonStudy, Published, SubgroupStudy } from "../schema.ts";
import { type CitationText, cited } from "./cited.ts";

export interface Collections {
  subgroups: SubgroupStudy[];
  comparisons: ComparisonStudy[];
  published: Published[];
}

export function collectionsOf(
  { subgroups, comparisons, published }: Evidence,
  textOf: CitationText,
): Collections {
  const withTexts = <Source extends Citing>(sources: readonly Source[]): Cited<Source>[] =>
    sources.map((source) => cited(source, textOf));
  return {
    subgroups: subgroups.map((study) => ({ ...study, sources: withTexts(study.sources) })),
    comparisons: comparisons.map((study) => ({ ...study, sources: withTexts(study.sources) })),
    published: published.map(({ id, ...entry }) => ({ id, ...cited(entry, textOf) })),
  };
}
