/** How many of everything there are, counted from the data when the page is built. */
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { collections } from "#data/generated/collections.ts";
import { byReason } from "#presentation/report/left-out.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "../../answers/make-comparison.ts";
import { cohortRecords } from "../../answers/whole-dataset.ts";

export type Counts = ReturnType<typeof countsOfData>;

const { leftOut: leftOutWords } = catalogue.report;

export function countsOfData() {
  const records = cohortRecords();
  const { selection } = compareWithSources(asked("", dataset), catalogue);
  const sum = (of: (record: (typeof records)[number]) => readonly unknown[]) =>
    records.reduce((total, record) => total + of(record).length, 0);
  return {
    cohorts: records.length,
    trials: records.filter(({ evidence }) => evidence === "trial").length,
    realWorld: records.filter(({ evidence }) => evidence === "real-world").length,
    figures: sum(({ figures }) => figures),
    landmarks: sum(({ landmarks }) => landmarks),
    medians: sum(({ medians }) => medians),
    products: dataset.products.length,
    /** Different sources of cohorts, by tier from 1 to 4. */
    sources: byTier(records.flatMap(({ sources }) => sources)),
    subgroupStudies: collections.subgroups.length,
    comparisons: collections.comparisons.length,
    published: collections.published.length,
    /** Of the default question. */
    included: selection.included.length,
    excluded: selection.excluded.length,
    leftOut: byReason(selection.excluded, leftOutWords.shared).map(
      ([reason, cohorts]) => [reason, cohorts.length] as const,
    ),
  };
}

/** A source that several cohorts cite counts once, with the best tier that it has anywhere. */
function byTier(sources: readonly { citation: string; tier: number }[]): Map<number, number> {
  const best = new Map<string, number>();
  for (const { citation, tier } of sources) {
    best.set(citation, Math.min(tier, best.get(citation) ?? tier));
  }
  const counts = new Map<number, number>();
  for (const tier of [...best.values()].sort()) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return counts;
}
