/** What the methods count: in the data, in the rules and in the question that stands when nothing is chosen. */
import { dataset } from "#core/dataset.ts";
import { leastPatients } from "#core/evidence/small-trials.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR } from "#core/statistics/bayes/prior.ts";
import { releases } from "#data/generated/changes.ts";
import { collections } from "#data/generated/collections.ts";
import { search } from "#data/generated/search.ts";
import { dateText } from "#presentation/words/dates.ts";
import { byReason, sharedReason } from "#presentation/words/exclusions.ts";
import { tierWords } from "#presentation/words/source-tier.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { cohortRecords } from "../../answers/compute/whole-dataset.ts";
import { tableOf } from "./tables.ts";

/** @param answer to the question that stands when nothing is chosen */
export function countsOf({ selection }: ClassAnswer) {
  const { review } = dataset;
  const records = cohortRecords();
  const { included, excluded } = selection;
  const sum = (of: (record: (typeof records)[number]) => readonly unknown[]) =>
    records.reduce((total, record) => total + of(record).length, 0);
  const trials = records.filter(({ evidence }) => evidence === "trial").length;
  const sources = [...byTier(records.flatMap((record) => record.sources))];
  const leftOut = byReason(excluded, ({ reason }) => sharedReason(reason));
  return {
    version: dataset.dataVersion,
    dataDate: dateText(review.dataDate),
    searchedTo: dateText(search.collections.at(-1)?.to ?? review.dataDate),
    released: dateText(releases[0]?.date ?? review.dataDate),
    review: review.statement,
    checks: review.checks
      .map(
        ({ what, against, when, role }) =>
          `- ${what}. Against: ${against}. By: ${role}, ${dateText(when)}.`,
      )
      .join("\n"),
    evidence: tableOf(
      [],
      [
        [
          "Groups of patients",
          `${records.length}: ${trials} of trials, ${records.length - trials} from practice`,
        ],
        [
          "Figures",
          `${sum(({ figures }) => figures)} of outcomes, ${sum(({ landmarks }) => landmarks)} of survival at a month, ${sum(({ medians }) => medians)} medians`,
        ],
        [
          "Sources, by rank",
          sources.map(([tier, count]) => `${count}: ${tierWords(tier)}`).join("; "),
        ],
        [
          "Beside the pools",
          `${collections.subgroups.length} studies with subgroups, ${collections.comparisons.length} comparisons by others, ${collections.published.length} publications with pooled values`,
        ],
        ["Products", `${dataset.products.length}`],
      ],
    ),
    studies: `${records.length}`,
    included: `${included.length}`,
    excluded: `${excluded.length}`,
    leftOut: tableOf(
      ["Left out because", "Groups"],
      leftOut.map(([reason, cohorts]) => [reason, `${cohorts.length}`]),
    ),
    mu: `${DEFAULT_PRIOR.mu.mean}`,
    sd: `${DEFAULT_PRIOR.mu.sd}`,
    tau: `${DEFAULT_PRIOR.tau.scale}`,
    tauOfMonths: `${DEFAULT_LANDMARK_PRIOR.tau.scale}`,
    fewest: `${leastPatients}`,
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
